/** "Hlqa": marks the file as ours, so that a foreign database is refused and not written to. */
export const APPLICATION_ID = 0x486c7161;

/** Raised with each change of the tables; a file of a later number is refused. */
export const SCHEMA_VERSION = 1;

/**
 * Rows of the vault are never deleted and never grow or shrink: forgetting overwrites value and salt with zeros of the
 * same length, in place. `secure_delete` alone is not enough: when a tree is rebalanced, rows move to other pages and
 * an old copy may stay in a page's free space (measured: of 56,000 deleted rows, 3 to 13 could still be read). A tree
 * that only grows at its end is not rebalanced, and of as many overwritten rows none was left. Hence the plain rowid,
 * and the ids, which are random, in an index of their own.
 */
export const SCHEMA = `
  CREATE TABLE meetings (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE events (
    meeting TEXT NOT NULL REFERENCES meetings (id),
    seq INTEGER NOT NULL,
    body TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (meeting, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE vault (
    n INTEGER PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    id TEXT NOT NULL,
    forgotten INTEGER NOT NULL DEFAULT 0,
    salt BLOB NOT NULL,
    value BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX vault_id ON vault (meeting, id);

  CREATE TABLE receipts (
    meeting TEXT NOT NULL REFERENCES meetings (id),
    actor TEXT NOT NULL,
    id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (meeting, actor, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE links (
    id TEXT PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    role TEXT NOT NULL,
    generation INTEGER NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    revoked INTEGER,
    UNIQUE (meeting, role, generation)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sessions (
    hash TEXT PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    actor TEXT NOT NULL,
    link TEXT REFERENCES links (id),
    surface TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sessions_expiry ON sessions (expires);

  CREATE TABLE personal_codes (
    meeting TEXT NOT NULL REFERENCES meetings (id),
    hash TEXT NOT NULL,
    participant TEXT NOT NULL,
    PRIMARY KEY (meeting, hash)
  ) STRICT, WITHOUT ROWID;
`;
