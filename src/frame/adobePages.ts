/** Pages of Adobe's that we link to. A link says where it leads. */
export const PARTNER_ESCALATION =
  'https://experienceleague.adobe.com/en/docs/commerce-operations/implementation-playbook/best-practices/planning/partner-escalation'
