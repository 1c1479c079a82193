import { dumpForms } from "./dumpForms";
import { printsOfAssemblers } from "./printsOfAssemblers";
import { printsOfLanguages } from "./printsOfLanguages";
import { printsOfMachines } from "./printsOfMachines";
import { printsOfSniffers } from "./printsOfSniffers";
import { printsOfTables } from "./printsOfTables";
import { printsOfTools } from "./printsOfTools";

/** Every way in which bytes are written down, by its name. */
export const allDumpForms: typeof dumpForms = {
  ...dumpForms,
  ...printsOfTools,
  ...printsOfMachines,
  ...printsOfLanguages,
  ...printsOfSniffers,
  ...printsOfTables,
  ...printsOfAssemblers,
};
