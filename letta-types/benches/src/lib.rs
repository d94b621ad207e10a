//! What letta-types costs beside other ways to read and write the same bodies.
//!
//! `cargo xtask bench` runs the binaries of this package and makes the tables of `BENCHMARKS.md`;
//! `cargo bench -p letta-types-benches` measures wall time.

pub mod linear;
mod ours;
#[cfg(test)]
mod tests;
pub mod wall;

pub use letta_types_rivals::{Contestant, RIVALS, payloads};
pub use ours::OURS;

/// All contestants.
pub fn contestants() -> impl Iterator<Item = &'static Contestant> {
    RIVALS.iter().chain(OURS)
}
