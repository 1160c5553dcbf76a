import { describe, expect, it } from 'vitest';
import { SvgContext } from '$lib/charts/stills/svg-context';

const context = () =>
  new SvgContext({ width: 100, height: 100 }, (colour, property) => ({
    [property]: colour === 'transparent' ? 'none' : colour
  }));

describe('a canvas taken down as SVG', () => {
  it('draws lines and boxes where the canvas would, moved and turned', () => {
    const drawn = context();
    drawn.save();
    drawn.translate(10, 20);
    drawn.rotate(Math.PI / 2);
    drawn.beginPath();
    drawn.moveTo(0, 0);
    drawn.lineTo(5, 0);
    drawn.stroke();
    drawn.restore();
    drawn.fillRect(1, 2, 3, 4);
    expect(drawn.shapes.map(({ attributes }) => attributes.d)).toEqual(['M10 20L10 25', 'M1 2L4 2L4 6L1 6Z']);
  });

  it('closes a full circle and keeps to the short way of an arc', () => {
    const drawn = context();
    drawn.beginPath();
    drawn.arc(50, 50, 10, 0, 2 * Math.PI);
    drawn.fill();
    drawn.beginPath();
    drawn.arc(50, 50, 10, 0, Math.PI / 2, true);
    drawn.fill();
    const [circle, back] = drawn.shapes.map(({ attributes }) => attributes.d);
    expect(circle).toBe('M60 50A10 10 0 0 1 40 50A10 10 0 0 1 60 50');
    expect(back).toMatch(/A10 10 0 0 0 /u);
  });

  it('paints nothing that is transparent, empty or without width', () => {
    const drawn = context();
    drawn.fillStyle = 'transparent';
    drawn.fillRect(0, 0, 5, 5);
    drawn.beginPath();
    drawn.stroke();
    drawn.lineWidth = 0;
    drawn.strokeRect(0, 0, 5, 5);
    drawn.fillText('', 0, 0);
    expect(drawn.shapes).toEqual([]);
  });

  it('sets words on the line that the canvas was told, turned words with their matrix', () => {
    const drawn = context();
    drawn.font = 'italic bold 10px Arial';
    drawn.textAlign = 'right';
    drawn.textBaseline = 'middle';
    drawn.fillText('n = 5', 40, 30);
    drawn.rotate(-Math.PI / 2);
    drawn.fillText('up', 0, 0);
    expect(drawn.shapes[0]).toEqual({
      tag: 'text',
      text: 'n = 5',
      attributes: {
        x: '40',
        y: '33.5',
        fill: '#000',
        'font-size': '10',
        'font-weight': '600',
        'font-style': 'italic',
        'text-anchor': 'end'
      }
    });
    expect(drawn.shapes[1]!.attributes.transform).toBe('matrix(0 -1 1 0 3.5 0)');
  });

  it('gives back what was saved, and bears one restore too many', () => {
    const drawn = context();
    drawn.fillStyle = 'red';
    drawn.save();
    drawn.fillStyle = 'blue';
    drawn.setLineDash([4, 2]);
    drawn.restore();
    drawn.restore();
    expect([drawn.fillStyle, drawn.getLineDash()]).toEqual(['red', []]);
  });
});
