//! Finds talks in tables.

pub(in crate::ingest) mod columns;
pub(in crate::ingest) mod room_columns;
pub(in crate::ingest) mod table_rows;
