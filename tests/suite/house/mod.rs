//! The rules of this house: how its sources lie, what they may use, and that its documents say what it does.

mod guide;
mod layers;
mod schema;
mod shared_names;
mod source_graph;
mod supply;
mod tidy;
