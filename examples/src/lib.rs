//! What the example programs share, and the loopback servers that they are run against.
//!
//! The programs are in the files beside this folder, each to be read from top to bottom. Here is what would
//! only be in the way there:
//!
//! | module | what |
//! |---|---|
//! | [`command`] | the command line of the two clients: one command for each operation |
//! | [`show`] | what was returned, as lines for people or as JSON |
//! | [`explain`] | an error with its causes on one line |
//! | [`unknown`] | what a body holds that the crate has no name for |
//! | [`lossless`] | whether a typed value is written as what it was read from |
//! | [`double`] | a server for tests, which holds steps and messages and answers with the types |
//! | [`recorded`] | a server that answers with recorded bodies |
//! | [`loopback`] | how both run: on a thread of their own, on a free port |

pub mod command;
pub mod double;
pub mod explain;
pub mod loopback;
pub mod lossless;
mod pointer;
pub mod recorded;
pub mod show;
pub mod unknown;

/// Runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
