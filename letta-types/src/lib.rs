//! Lossless, forward-compatible types of the Letta Steps and Messages API.
//!
//! Letta is a server for stateful AI agents. Its API records every *step* of an agent (one request to
//! the model: tokens, status, metrics, trace, feedback) and every *message*. This crate has its types,
//! compiled from a hand-curated JSON Schema, and its requests, without a client to send them: bring your own.
//!
//! | operation | request | returns |
//! |---|---|---|
//! | [`ListSteps`] | `GET /v1/steps/` | `Vec<`[`Step`]`>` |
//! | [`RetrieveStep`] | `GET /v1/steps/{step_id}` | [`Step`] |
//! | [`RetrieveMetricsForStep`] | `GET /v1/steps/{step_id}/metrics` | [`StepMetrics`] |
//! | [`RetrieveTraceForStep`] | `GET /v1/steps/{step_id}/trace` | `Option<`[`ProviderTrace`]`>`: the body can be `null` |
//! | [`ModifyFeedbackForStep`] | `PATCH /v1/steps/{step_id}/feedback` with a [`ModifyFeedbackRequest`] | [`Step`] |
//! | [`ListMessagesForStep`] | `GET /v1/steps/{step_id}/messages` | `Vec<`[`LettaMessage`]`>` |
//! | [`ListAllMessages`] | `GET /v1/messages/` | `Vec<`[`LettaMessage`]`>` |
//! | [`RetrieveMessage`] | `GET /v1/messages/{message_id}` | `Vec<`[`LettaMessage`]`>`: what the message is listed as |
//! | [`SearchAllMessages`] | `POST /v1/messages/search` with a [`MessageSearchRequest`] | `Vec<`[`MessageListResult`]`>` |
//! | [`SearchMessages`] | `POST /v1/agents/messages/search` with a [`MessageSearchRequest`] | `Vec<`[`MessageSearchResult`]`>` |
//!
//! What comes with a status from 400 on is an [`ApiError`]. [`operation`] makes requests of the operations, reads the
//! answers, and turns the pages of lists.
//!
//! # What the server says next
//!
//! Servers send fields, enum values and kinds of messages before they document them. All are kept and
//! written back:
//!
//! ```
//! use letta_types::{Step, StopReasonType};
//!
//! let body = r#"{"id": "step-1", "stop_reason": "solar_flare", "carbon_grams": 0.25}"#;
//! let step: Step = serde_json::from_str(body)?;
//!
//! assert_eq!(step.stop_reason, Some(StopReasonType::Unknown("solar_flare".into())));
//! assert_eq!(step.extra().get("carbon_grams"), Some(&serde_json::json!(0.25)));
//! assert_eq!(
//!     serde_json::to_value(&step)?,
//!     serde_json::from_str::<serde_json::Value>(body)?,
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! A kind of message that the crate doesn't know is [`LettaMessage::Unknown`], with all that it holds.
//! A *known* kind whose body doesn't fit is an error that says where:
//!
//! ```
//! use letta_types::LettaMessage;
//!
//! let body = r#"{"message_type": "reasoning_message", "id": "message-1", "date": "2026-11-21T09:23:20Z"}"#;
//! let error = serde_json::from_str::<LettaMessage>(body).expect_err("the reasoning is missing");
//! assert!(error.to_string().starts_with(
//!     "missing field `reasoning` in ReasoningMessage (`reasoning_message` of LettaMessage), at /reasoning"
//! ));
//! ```
//!
//! [`json`] reads the same with errors that also know line and column, and can read a list of which some
//! elements are malformed.
//!
//! # What was said and called
//!
//! Text comes as such or in parts, and tool calls in one field or another. One call asks for them:
//!
//! ```
//! use letta_types::{LettaMessage, json};
//!
//! let body = r#"[
//!     {"message_type": "user_message", "id": "message-1", "date": "2026-11-21T09:23:20Z",
//!      "content": [{"type": "text", "text": "Look:"}, {"type": "text", "text": "Oslo."}]},
//!     {"message_type": "tool_call_message", "id": "message-2", "date": "2026-11-21T09:23:21Z",
//!      "tool_call": {"name": "get_weather", "arguments": "{\"days\": 2}", "tool_call_id": "call_1"}}
//! ]"#;
//! let messages: Vec<LettaMessage> = json::from_str(body)?;
//! assert_eq!(messages[0].text().as_deref(), Some("Look:\nOslo."));
//!
//! let [call] = messages[1].tool_calls() else { panic!("one call") };
//! let arguments: serde_json::Value = call.parse_arguments()?;
//! assert_eq!(arguments["days"], 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Arguments are parsed on request, into any type that serde reads; [`ArgumentsError`] says what is wrong with them.
//!
//! # Making values
//!
//! Structs are made by `new`, which takes what is required, and by setters for the rest:
//!
//! ```
//! use letta_types::{LettaMessage, ToolCall, ToolCallMessage};
//!
//! let call = ToolCall::new(r#"{"city": "Oslo"}"#, "get_weather", "call_1");
//! let message: LettaMessage = ToolCallMessage::new("message-1", "2026-11-21T09:23:20Z", call)
//!     .with_step_id("step-1")
//!     .into();
//! assert_eq!(message.tag(), Some("tool_call_message"));
//! ```
//!
//! # Other formats
//!
//! The types need a self-describing format whose maps have text keys: JSON, `serde_json::Value`,
//! MessagePack with field names, CBOR.
//!
//! # Features
//!
//! All are additive, and none changes a public type.
//!
//! | feature | what |
//! |---|---|
//! | `std` (on) | links the standard library; without it the crate needs `alloc` only |
//! | `arbitrary` | `arbitrary::Arbitrary` for all types: values that are read back as they are written |
//! | `chrono`, `jiff`, `time` | [`Timestamp`] from and to the instants of these crates |
//! | `schemars` | `schemars::JsonSchema` for all types: the definitions of [`SCHEMA`] |
//! | `uuid` | identifiers from and to UUIDs |

#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;
#[cfg(any(feature = "std", test))]
extern crate std;

mod ext;
mod extra;
mod generated;
pub mod json;
pub mod operation;
mod runtime;
mod unknown;

pub use self::{ext::*, extra::Extra, generated::*, unknown::UnknownObject};

/// The JSON Schema of every type, as one JSON Schema 2020-12 document.
///
/// Its definitions have the names of the types. Keys that begin with `x-letta-` are annotations.
pub const SCHEMA: &str = include_str!("../schema/letta-types.schema.json");

/// The operations and the types as one OpenAPI 3.1 document.
///
/// Its `operationId`s are the names of the operations in snake case; its schemas are the definitions of
/// [`SCHEMA`].
pub const OPENAPI: &str = include_str!("../schema/letta-types.openapi.json");

/// Runs the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
