/** Pages of Adobe's that we link to. A link says where it leads. */
export const PARTNER_ESCALATION =
  'https://experienceleague.adobe.com/en/docs/commerce-operations/implementation-playbook/best-practices/planning/partner-escalation'
export const P1_HOTLINE =
  'https://experienceleague.adobe.com/en/docs/support-resources/adobe-support-tools-guide/adobe-commerce-support/adobe-commerce-p1-notification-hotline'
