//! The ways to read and write the payloads with letta-types.

use letta_types::{LettaMessage, ProviderTrace, RawProviderTrace, Step};
#[cfg(feature = "sonic-rs")]
use letta_types_rivals::work::{sonic_rs_reads, sonic_rs_writes};
use letta_types_rivals::{
    Contestant, Family, by_shape,
    payloads::{Payload, Shape},
    work::{Work, cloning, copies, reading, serde_json_reads, serde_json_writes},
};

/// The ways with letta-types.
pub const OURS: &[Contestant] = &[
    Contestant {
        name: "ours",
        about: "letta_types::json",
        prepare: json_reads,
    },
    Contestant {
        name: "ours-raw",
        about: "letta_types::json, with the maps of traces as raw text",
        prepare: raw_reads,
    },
    Contestant {
        name: "ours-serde-json",
        about: "letta-types through serde_json",
        prepare: serde_json_reads::<Ours>,
    },
    #[cfg(feature = "sonic-rs")]
    Contestant {
        name: "ours-sonic-rs",
        about: "letta-types through sonic-rs",
        prepare: sonic_rs_reads::<Ours>,
    },
    #[cfg(feature = "simd-json")]
    Contestant {
        name: "ours-simd-json",
        about: "letta-types through simd-json, with a copy of the body",
        prepare: simd_json_reads,
    },
    Contestant {
        name: "clone-ours",
        about: "a clone of what letta-types read: the least allocations that own it",
        prepare: clones,
    },
    Contestant {
        name: "write-copy",
        about: "a copy of what letta-types writes: the limit",
        prepare: copies::<Ours>,
    },
    Contestant {
        name: "write-ours",
        about: "letta-types, written by serde_json",
        prepare: serde_json_writes::<Ours>,
    },
    #[cfg(feature = "sonic-rs")]
    Contestant {
        name: "write-ours-sonic-rs",
        about: "letta-types, written by sonic-rs",
        prepare: sonic_rs_writes::<Ours>,
    },
];

/// The types that users read.
pub(crate) struct Ours;

impl Family for Ours {
    type Messages = Vec<LettaMessage>;
    type Message = LettaMessage;
    type Steps = Vec<Step>;
    type Trace = ProviderTrace;
}

/// The same, less what can stay text.
struct OursRaw;

impl Family for OursRaw {
    type Messages = Vec<LettaMessage>;
    type Message = LettaMessage;
    type Steps = Vec<Step>;
    type Trace = RawProviderTrace;
}

fn json_reads(payload: &Payload) -> Result<Work, String> {
    by_shape!(payload, Ours, reading, letta_types::json::from_str)
}

fn clones(payload: &Payload) -> Result<Work, String> {
    match payload.shape {
        Shape::Messages => cloning::<<Ours as Family>::Messages>(payload),
        Shape::Message => cloning::<<Ours as Family>::Message>(payload),
        Shape::Steps => cloning::<<Ours as Family>::Steps>(payload),
        Shape::Trace => cloning::<<Ours as Family>::Trace>(payload),
    }
}

fn raw_reads(payload: &Payload) -> Result<Work, String> {
    by_shape!(payload, OursRaw, reading, letta_types::json::from_str)
}

#[cfg(feature = "simd-json")]
fn simd_json_reads(payload: &Payload) -> Result<Work, String> {
    // It writes into what it reads.
    fn copied<T: serde::de::DeserializeOwned>(text: &str) -> simd_json::Result<T> {
        simd_json::serde::from_slice(&mut text.as_bytes().to_vec())
    }
    by_shape!(payload, Ours, reading, copied)
}
