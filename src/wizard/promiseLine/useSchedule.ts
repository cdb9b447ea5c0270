import type { Answers } from '../../domain/case/answers.ts'
import type { Interview } from '../../domain/interview/question.ts'
import { visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import { type Axis, axisOf } from '../../domain/schedule/axis.ts'
import { buildSchedule, type Schedule } from '../../domain/schedule/schedule.ts'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { useToday } from '../../store/useToday.ts'

interface Drawn {
  asOf: string
  schedule: Schedule
  axis: Axis
}

/** Many rows draw from the same answers; what they draw is computed once for each state of the answers. */
const drawn = new WeakMap<Answers, Drawn>()

function drawnFrom(interview: Interview, answers: Answers, asOf: string): Drawn {
  const known = drawn.get(answers)
  if (known !== undefined && known.asOf === asOf) return known
  const schedule = buildSchedule(visibleAnswers(interview, answers), asOf)
  const made = { asOf, schedule, axis: axisOf(schedule, schedule.tracks) }
  drawn.set(answers, made)
  return made
}

/** The schedule of the open case as it stands today. */
export function useSchedule(): Drawn {
  const { interview } = useServices()
  const answers = useOpenCase((state) => state.case.answers)
  return drawnFrom(interview, answers, useToday())
}
