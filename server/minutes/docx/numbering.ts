import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx';
import { colour } from './look.ts';

export const bullets = 'bullets';
export const numbers = 'numbers';

const paragraph = { indent: { start: 400, hanging: 400 } };

/** The two kinds of list. A numbered one begins anew as an instance of its own. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: bullets,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.START,
          style: { paragraph, run: { color: colour.sea } },
        },
      ],
    },
    {
      reference: numbers,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1',
          alignment: AlignmentType.START,
          style: { paragraph, run: { color: colour.brickDeep, bold: true } },
        },
      ],
    },
  ],
};
