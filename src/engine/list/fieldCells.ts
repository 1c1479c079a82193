import { needsHistory } from "../../filter/columnFields";
import { type FilterField, filterFields } from "../../filter/fields";
import { PacketValues } from "../../filter/packetValues";
import type { Value } from "../../filter/values";
import { cellFilter, fieldText } from "../../view/fieldCell";
import type { PacketRow } from "../../view/packetRow";
import type { CapturedPackets } from "../capturedPackets";
import { factsOf, plainFactsOf } from "../filter/packetFacts";
import { wholePlacesOf } from "../wholePlaces";

/** The values of fields in packets, for the columns that a person has added to the list. */
export class FieldCells {
  constructor(private readonly packets: CapturedPackets) {}

  /** Rows with the cells of these fields; those of an unknown field are empty. */
  async added(rows: readonly PacketRow[], names: readonly string[]): Promise<readonly PacketRow[]> {
    const { columns, reader } = this.packets;
    const fields = names.map((name) => filterFields.get(name)).filter((field) => field !== undefined);
    const indexes = rows.map(({ number }) => number - 1);
    const values = await this.valuesOf(indexes, fields);
    return rows.map((row, i) => {
      const { decimals } = reader.interfaces[columns.interfaceOf(indexes[i])];
      const texts = fields.map((field, at) => [field.name, fieldText(field, values[i][at], decimals)] as const);
      return { ...row, fields: Object.fromEntries(texts) };
    });
  }

  /** A display filter for what a packet's cell says; nothing for an unknown field. */
  async filterOf(index: number, name: string): Promise<string | undefined> {
    const field = filterFields.get(name);
    if (!field) return undefined;
    const [[values]] = await this.valuesOf([index], [field]);
    return cellFilter(field, values);
  }

  /** For each packet, the values of each field in it. */
  private async valuesOf(
    indexes: readonly number[],
    fields: readonly FilterField[],
  ): Promise<readonly (readonly (readonly Value[])[])[]> {
    const { packets } = this;
    const names = fields.map(({ name }) => name);
    const values = new PacketValues(names);
    const places = names.some(needsHistory) ? await wholePlacesOf(packets, indexes) : undefined;
    const near = await packets.readTogether(indexes);
    const all: (readonly Value[])[][] = [];
    for (const [i, index] of indexes.entries()) {
      const facts = places
        ? factsOf(packets, index, await packets.decode(index, near), places[i])
        : await plainFactsOf(packets, index, near);
      values.read(facts);
      all.push(names.map((name) => [...values.of(name)]));
    }
    return all;
  }
}
