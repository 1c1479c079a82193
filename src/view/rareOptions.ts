import type { RareOption } from "../decode/packet";
import { scpsCapabilities } from "../protocols/proxyOptions";
import {
  accurateEcn0,
  accurateEcn1,
  accurateEcnExperiment0,
  accurateEcnExperiment1,
  ackRate,
  ackRateExperiment,
  authentication,
  connectionCount,
  connectionCountEcho,
  connectionCountNew,
  echo,
  echoReply,
  experiment1,
  experiment2,
  fastOpen,
  fastOpenExperiment,
  quickStart,
  tcpOptionHead,
  userTimeout,
} from "../protocols/tcpOptions";

/** What a rare option adds to TCP's text in the packet list, in Wireshark's words. */
type Text = (values: RareOption["values"]) => string;

const labelled =
  (label: string, id: string): Text =>
  (values) =>
    ` ${label}=${values.get(id)}`;

const echoText = labelled("ECHO", echo.body.fields.echo_value.id);
const countText = labelled("CC", connectionCount.body.fields.cc_value.id);
const lengthOf = (values: RareOption["values"]) => values.get(tcpOptionHead.fields.option_len.id)!;
/** An option without a cookie asks for one. */
const fastOpenText = (length: number) => (length > tcpOptionHead.size ? " TFO=C" : " TFO=R");

const counters = Object.values(accurateEcn0.body.fields).map(({ id }) => id);
/** The counters in their order on the wire; an option without any says that its sender can count. */
const countersText: Text = (values) =>
  [...values]
    .filter(([id]) => counters.includes(id))
    .map(([id, value]) => ` ${id.slice(id.lastIndexOf(".") + 1).toUpperCase()}=${value}`)
    .join("") || " AccECN";

const rateUnits = ["Kbit/s", "Mbit/s", "Gbit/s"];
/** RFC 4782 §3.1: the rate is 40 kbit/s, doubled as often as the number says; 0 asks for none. */
function rateText(rate: number): string {
  if (rate === 0) return "0 bit/s";
  const kilobits = 40 * 2 ** rate;
  const unit = Math.floor(Math.log10(kilobits) / 3);
  return `${kilobits / 1000 ** unit} ${rateUnits[unit]}`;
}

const capabilityNames = ["BETS", "SNACK1", "SNACK2", "COMP", "NLTS", "RESERVED"];
const capabilityMasks = [0x80, 0x40, 0x20, 0x10, 0x08, 0x07];
const capabilitiesText: Text = (values) => {
  const vector = values.get(scpsCapabilities.body.fields.vector.id) ?? 0;
  const connection = values.get(scpsCapabilities.body.fields.binding.id) ?? 0;
  const names = capabilityNames.filter((_, index) => vector & capabilityMasks[index]);
  return (vector ? ` SCPS[${names.join(", ")}]` : "") + (connection ? ` Connection ID=${connection}` : "");
};

function experimentText(values: RareOption["values"]): string {
  const identifier = values.get(experiment1.body.fields.exid.id)!;
  // the length of what follows the experiment's identifier
  const length = lengthOf(values) - experiment1.body.size;
  switch (identifier) {
    case ackRateExperiment:
      return length === 2 ? " TARR" : length === 3 ? ` TARR=${values.get(ackRate.fields.rate.id)}` : "";
    case fastOpenExperiment:
      return fastOpenText(length);
    case accurateEcnExperiment0:
    case accurateEcnExperiment1:
      return accurateEcn0.sizes(length) ? countersText(values) : "";
    default:
      return ` ExID=${identifier.toString(16).toUpperCase()}`;
  }
}

const texts: Readonly<Record<number, Text>> = {
  [echo.kind]: echoText,
  [echoReply.kind]: echoText,
  [connectionCount.kind]: countText,
  [connectionCountNew.kind]: countText,
  [connectionCountEcho.kind]: countText,
  [scpsCapabilities.kind]: capabilitiesText,
  [quickStart.kind]: (values) => ` QSresp=${rateText(values.get(quickStart.body.fields.rate.id)!)}`,
  [userTimeout.kind]: labelled("USER_TO", userTimeout.body.fields.user_to_val.id),
  // without a space before it, as in Wireshark 4.0
  [authentication.kind]: () => "TCP AO",
  [fastOpen.kind]: (values) => fastOpenText(lengthOf(values)),
  [accurateEcn0.kind]: countersText,
  [accurateEcn1.kind]: countersText,
  [experiment1.kind]: experimentText,
  [experiment2.kind]: experimentText,
};

export const rareOptionText = ({ kind, values }: RareOption): string => texts[kind]?.(values) ?? "";
