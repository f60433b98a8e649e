import type { ScreenKind } from '../../screen/kind.ts';
import { MatrixKey, MatrixPicture } from './screen.tsx';
import { MatrixItem } from './screen-item.tsx';

export const matrix: ScreenKind = { Picture: MatrixPicture, Item: MatrixItem, Key: MatrixKey };
