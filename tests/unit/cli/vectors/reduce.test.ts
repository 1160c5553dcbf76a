import { describe, expect, it } from 'vitest';
import { principalAxes } from '../../../../src/cli/vectors/principal-axes';
import { reduceVectors } from '../../../../src/cli/vectors/reduce';

describe('principal axes', () => {
  it('are found strongest first, of length 1 and at right angles', () => {
    const values = Float64Array.from([3, 3, 0, -3, -3, 0, 1, -1, 0, -1, 1, 0, 0, 0, 0.1, 0, 0, -0.1]);
    const [first, second, third] = principalAxes({ rows: 6, columns: 3, values });
    expect([...first!].map((x) => Math.abs(x).toFixed(3))).toEqual(['0.707', '0.707', '0.000']);
    expect(first![0]! * second![0]! + first![1]! * second![1]!).toBeCloseTo(0, 9);
    expect(Math.abs(third![2]!)).toBeCloseTo(1, 9);
  });
});

describe('vectors brought to fewer dimensions', () => {
  it('keep alike what was alike once the common parts are gone', () => {
    const rows = 40;
    const columns = 8;
    const values = new Float64Array(rows * columns);
    for (let row = 0; row < rows; row++) {
      for (let k = 0; k < columns; k++) {
        // Two kinds of rows on top of a large common part.
        values[row * columns + k] = 10 + Math.sin(row * 3 + k * 7) + (row % 2 === 0 && k === 5 ? 6 : 0);
      }
    }
    const bytes = reduceVectors({ rows, columns, values }, 4);
    expect(bytes.length).toBe(rows * 4);
    for (let row = 0; row < rows; row++) {
      const own = [...bytes.subarray(row * 4, row * 4 + 4)];
      expect(Math.max(...own.map(Math.abs))).toBe(127);
    }
  });
});
