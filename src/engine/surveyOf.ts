import type { PacketColumns } from "../capture/columns";
import { ConnectionSurvey } from "../connections/survey";
import { wireSegmentAt } from "./wireSegmentAt";

/** Sums up every connection of an indexed capture, without reading the file again. */
export function surveyOf(columns: PacketColumns): ConnectionSurvey {
  const survey = new ConnectionSurvey();
  for (let index = 0; index < columns.count; index += 1)
    if (columns.flow[index] >= 0) survey.add(columns.stream(index), wireSegmentAt(columns, index));
  return survey;
}
