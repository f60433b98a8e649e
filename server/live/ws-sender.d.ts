import 'ws';

// Exported by ws and left out of its types.
declare module 'ws' {
  const Sender: {
    /** The frame of one message: header and payload, the payload uncopied where it may stay so. */
    frame(
      data: Buffer,
      options: { fin: boolean; rsv1: boolean; opcode: number; mask: boolean; readOnly: boolean },
    ): Buffer[];
  };
}
