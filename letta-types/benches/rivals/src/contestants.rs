//! The other ways to read and write the payloads.

use crate::{
    family::{Flatten, Ignored, Tag, Typified, Untagged, Untyped},
    payloads::Payload,
    work::{Work, serde_json_reads, serde_json_writes, sonic_rs_reads},
};

/// One way to read or to write.
#[derive(Clone, Copy)]
pub struct Contestant {
    /// What it is called on the command line and in tables.
    pub name: &'static str,

    /// What it does, in a few words.
    pub about: &'static str,

    /// Makes the work ready: the bodies to be read, or the values to be written. If it can't read them, it
    /// has no part in the comparison.
    pub prepare: fn(&Payload) -> Result<Work, String>,
}

/// All but letta-types. The first is what the others that read are compared with.
pub const RIVALS: &[Contestant] = &[
    Contestant {
        name: "ignored",
        about: "serde_json, IgnoredAny: the limit",
        prepare: serde_json_reads::<Ignored>,
    },
    Contestant {
        name: "value",
        about: "serde_json::Value",
        prepare: serde_json_reads::<Untyped>,
    },
    Contestant {
        name: "derive-tag",
        about: "derive, #[serde(tag)]: undeclared fields are lost",
        prepare: serde_json_reads::<Tag>,
    },
    Contestant {
        name: "derive-flatten",
        about: "derive, #[serde(tag)] and #[serde(flatten)] extras",
        prepare: serde_json_reads::<Flatten>,
    },
    Contestant {
        name: "derive-untagged",
        about: "derive, #[serde(untagged)]: undeclared fields are lost",
        prepare: serde_json_reads::<Untagged>,
    },
    Contestant {
        name: "typify",
        about: "typify's output for the same schema: a message is a struct of all types that it may be",
        prepare: serde_json_reads::<Typified>,
    },
    Contestant {
        name: "derive-tag-sonic-rs",
        about: "derive, #[serde(tag)], through sonic-rs",
        prepare: sonic_rs_reads::<Tag>,
    },
    Contestant {
        name: "write-value",
        about: "serde_json::Value, written by serde_json",
        prepare: serde_json_writes::<Untyped>,
    },
    Contestant {
        name: "write-derive-tag",
        about: "derive, #[serde(tag)], written by serde_json",
        prepare: serde_json_writes::<Tag>,
    },
    Contestant {
        name: "write-derive-flatten",
        about: "derive with #[serde(flatten)] extras, written by serde_json",
        prepare: serde_json_writes::<Flatten>,
    },
];
