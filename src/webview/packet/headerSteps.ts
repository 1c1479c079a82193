import type { DiagramCell } from "../../view/onScreen/headerDiagram";

type Cells = readonly DiagramCell[];
type Step = (cells: Cells, at: number) => DiagramCell | undefined;

/** Where keys lead from a cell of a header diagram: right and left go on in the header's order, up and down to the cell above or below. */
export const cellSteps: Readonly<Record<string, Step | undefined>> = {
  ArrowRight: (cells, at) => cells[at + 1],
  ArrowLeft: (cells, at) => cells[Math.max(0, at - 1)],
  ArrowDown: (cells, at) => inNextRow(cells, at, 1),
  ArrowUp: (cells, at) => inNextRow(cells, at, -1),
  Home: (cells) => cells[0],
  End: (cells) => cells.at(-1),
};

function inNextRow(cells: Cells, at: number, step: 1 | -1): DiagramCell | undefined {
  const { row, column } = cells[at] ?? { row: -1, column: 0 };
  const beyond = cells.filter((cell) => step * (cell.row - row) > 0);
  const next = step > 0 ? beyond[0]?.row : beyond.at(-1)?.row;
  const inRow = beyond.filter((cell) => cell.row === next);
  return inRow.findLast((cell) => cell.column <= column) ?? inRow[0];
}
