import { createElement, Fragment, type ReactNode } from 'react'
import { useGrowing } from './useProgressiveList.ts'

/** Things that stay in their order: the place of each is its key. */
export const inPlace = <T,>(all: readonly T[], draw: (each: T) => ReactNode): ReactNode =>
  createElement(Fragment, null, ...all.map((each) => draw(each)))

/** About what a screen holds at first, and so many more at a time: a large case has thousands. */
const AT_FIRST = 10
const MORE = 40

interface GrowingProps<T> {
  all: readonly T[]
  draw: (each: T) => ReactNode
  atFirst?: number
  by?: number
}

/** Many things, of which those far below are drawn when there is time. */
export function Growing<T>({ all, draw, atFirst = AT_FIRST, by = MORE }: GrowingProps<T>) {
  return all.length <= atFirst ? inPlace(all, draw) : <StillGrowing {...{ all, draw, atFirst, by }} />
}

function StillGrowing<T>({ all, draw, atFirst, by }: Required<GrowingProps<T>>) {
  return inPlace(all.slice(0, useGrowing(all.length, atFirst, by)), draw)
}
