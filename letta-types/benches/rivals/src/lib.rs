//! What letta-types is compared with: the payloads, and the other ways to read and write them.

mod contestants;
mod derive;
mod family;
pub mod payloads;
#[cfg(test)]
mod tests;
#[allow(
    clippy::all,
    clippy::pedantic,
    missing_docs,
    unreachable_pub,
    reason = "it is measured as typify writes it"
)]
mod typified;
pub mod work;

pub use self::{
    contestants::{Contestant, RIVALS},
    family::{Family, Written},
};
