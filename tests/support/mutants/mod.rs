//! Values that are one step away from what the schema takes, and what must become of them.
//!
//! | module | what |
//! |---|---|
//! | [`mutate`] | all the steps away from a value |
//! | [`judge`](mod@judge) | accepted, and what must be written; or refused, and what the error must say |
//! | [`place`] | which type and which arm a value belongs to |
//! | [`numbers`] | which digits an integer and a score take |
//! | [`deviations`] | where the judge and JSON Schema don't agree, each with its reason |
//!
//! The judge is written from the wire rules and from the schema's dialect. It knows nothing of how the
//! crate reads, and looks at one value at a time with all of it in sight. Nor does [`place`] know of
//! [`Schema::shape`](crate::Schema::shape), by which all other tests tell what a value is: it is a second opinion on the
//! dialect, and both must be of one.

pub mod deviations;
pub mod judge;
pub mod mutate;
pub mod numbers;
pub mod place;

pub use self::{
    deviations::{Lenience, Strictness},
    judge::{Fault, Problem, Verdict, judge},
    mutate::{Mutation, mutations},
};
