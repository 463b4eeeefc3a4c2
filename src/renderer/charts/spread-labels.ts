/** A text beside a point on a vertical line. */
export interface SideLabel {
  readonly id: string;
  /** Where its middle would like to be. */
  readonly at: number;
  readonly height: number;
  /** Labels of less weight give way. */
  readonly weight: number;
}

export interface Room {
  readonly from: number;
  readonly to: number;
  /** A label that would stand further from its point than this is no label of it any more. */
  readonly reach: number;
}

/** Middles of labels stacked without overlap, each near its point; the lightest are dropped where room ends. */
export function spreadLabels(labels: readonly SideLabel[], room: Room): Map<string, number> {
  let kept = [...labels].sort((a, b) => a.at - b.at);
  for (;;) {
    const middles = stacked(kept, room);
    if (middles && kept.every((label, index) => Math.abs((middles[index] ?? 0) - label.at) <= room.reach)) {
      return new Map(kept.map((label, index) => [label.id, middles[index] ?? label.at]));
    }
    const lightest = kept.reduce((least, label) => (label.weight < least.weight ? label : least));
    kept = kept.filter((label) => label !== lightest);
  }
}

interface Block {
  top: number;
  readonly height: number;
  /** Sum over its labels of where the block's top would like to be. */
  readonly wish: number;
  readonly count: number;
}

/** Least squares of the shifts: blocks that touch are merged and move as one (pooled adjacent violators). */
function stacked(labels: readonly SideLabel[], room: Room): number[] | null {
  if (labels.reduce((sum, label) => sum + label.height, 0) > room.to - room.from) return null;
  const blocks: Block[] = [];
  for (const label of labels) {
    let block = settled({ top: 0, height: label.height, wish: label.at - label.height / 2, count: 1 }, room);
    for (
      let before = blocks.at(-1);
      before && before.top + before.height > block.top;
      before = blocks.at(-1)
    ) {
      blocks.pop();
      const wish = before.wish + block.wish - block.count * before.height;
      block = settled(
        { top: 0, height: before.height + block.height, wish, count: before.count + block.count },
        room,
      );
    }
    blocks.push(block);
  }
  const middles: number[] = [];
  for (const block of blocks) {
    let top = block.top;
    for (let index = 0; index < block.count; index++) {
      const height = labels[middles.length]?.height ?? 0;
      middles.push(top + height / 2);
      top += height;
    }
  }
  return middles;
}

function settled(block: Block, room: Room): Block {
  const top = Math.min(Math.max(block.wish / block.count, room.from), room.to - block.height);
  return { ...block, top };
}
