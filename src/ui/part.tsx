import { type ComponentType, lazy, useState } from 'react'

/** A component of a part that comes later. */
type Part<Props> = ComponentType<Props> & { load(): Promise<unknown> }

/**
 * A component that is drawn at once where its part is there already. A part that first draws nothing is kept back by
 * React for 300 ms after whatever was drawn before it.
 */
export function part<Props extends object>(fetchIt: () => Promise<ComponentType<Props>>): Part<Props> {
  let loaded: ComponentType<Props> | null = null
  const load = async () => {
    loaded = await fetchIt()
    return { default: loaded }
  }
  const Later = lazy(load) as unknown as ComponentType<Props>
  // Which of the two it is does not change while it stands there.
  const Shown = (props: Props) => {
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? Later)
    return <Component {...props} />
  }
  return Object.assign(Shown, { load })
}
