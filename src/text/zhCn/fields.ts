import type { FieldWords } from "../words";
import { applicationFields } from "./applicationFields";
import { linkFields } from "./linkFields";
import { networkFields } from "./networkFields";
import { switchFields } from "./switchFields";
import { tcpFields } from "./tcpFields";

/** A label for everything the decoder can point at, and what it is for. */
export const fields: FieldWords = { ...linkFields, ...switchFields, ...networkFields, ...tcpFields, ...applicationFields };
