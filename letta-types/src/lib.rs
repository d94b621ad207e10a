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
//! | [`SearchAllMessages`] | `POST /v1/messages/search` with a [`SearchAllMessagesRequest`] | `Vec<`[`MessageListResult`]`>` |
//! | [`SearchMessages`] | `POST /v1/agents/messages/search` with a [`MessageSearchRequest`] | `Vec<`[`MessageSearchResult`]`>` |
//!
//! What comes with a status from 400 on is an [`ApiError`]. [`operation`] makes requests of the operations, reads the
//! answers, and turns the pages of lists.
//!
//! # What is promised
//!
//! **Kept**, and written back:
//!
//! - fields that a type doesn't declare, `null`s included, in `extra()`, which is an [`Extra`];
//! - enum values that no document names, in the enum's variant `Unknown`;
//! - objects with a tag that no document names, whole, in the union's variant `Unknown`, and those without a tag, unless
//!   the required fields that came are those of exactly one kind, which they are then read as;
//! - `[]`, `""` and `{}`, as something other than absent;
//! - identifiers and instants, whatever their text is; scores and other floats, to the last bit;
//! - whether content came as text or as parts, and the tags of servers before 0.16.5.
//!
//! **Refused**, with an error that says where, and of which type and field if it is about one:
//!
//! - a required field that is missing or `null`, and a value that isn't of its type;
//! - a *known* tag with a body that doesn't fit: that is never taken for an unknown one;
//! - a tag that contradicts the struct that is read;
//! - a key that comes twice in an object, declared or not, but for what is in a [`RawJson`], which isn't looked into;
//! - a fraction, or a number out of range, where an integer is meant;
//! - bytes that aren't UTF-8, a byte order mark, and what `serde_json` doesn't read: nesting beyond 127 levels, and an
//!   escape that is half of a surrogate pair, such as `"\ud83d"`. That holds for a list of `Tolerant` elements, too; a
//!   [`RawJson`] can be nested deeper.
//!
//! **Written**: what was read, equal to it as a JSON value, but for two things. The `null` of an optional declared field
//! is left out, since it is read as absent. A tag that was missing is there: a struct's own tag is always written. Read
//! again, it is the same value, unless a program gave it what JSON can't tell: a score that is no number, or `Some(Null)`
//! for an optional field. Of undeclared fields that a program adds, those with the name of a declared one are
//! refused.
//!
//! **Not promised** are the order of keys, white space, escapes, and the spelling of numbers: `12.0` where an integer is
//! meant is written as `12`, and a fraction that no double tells from a whole number, such as `0.99999999999999999999`, is
//! taken for that. In undeclared fields and open maps, a number that neither 64-bit integers nor doubles hold
//! becomes the nearest double, and one beyond all doubles, such as `1e999`, is refused, unless a program turns on
//! `serde_json`'s feature `arbitrary_precision`.
//!
//! No input takes quadratic work to read, be it well-formed or not.
//!
//! # Messages
//!
//! Lists hold [`LettaMessage`]s. It is `#[non_exhaustive]`, and a kind that the crate doesn't know is
//! [`Unknown`](LettaMessage::Unknown), so a `match` says what to do with both:
//!
//! ```
//! use letta_types::{LettaMessage, json};
//!
//! fn describe(message: &LettaMessage) -> String {
//!     match message {
//!         LettaMessage::User(message) => format!("user: {}", message.text().unwrap_or_default()),
//!         LettaMessage::Reasoning(message) => format!("thinks: {}", message.reasoning),
//!         LettaMessage::Unknown(message) => {
//!             let fields: Vec<&str> = message.extra().keys().collect();
//!             format!("{} with {fields:?}", message.message_type.as_deref().unwrap_or("no tag"))
//!         }
//!         // Kinds that the crate knows, today or in a later version, and this program doesn't care for.
//!         // What all kinds share is asked of the message itself.
//!         other => format!("{} of {:?}", other.tag().unwrap_or("no tag"), other.step_id()),
//!     }
//! }
//!
//! let messages: Vec<LettaMessage> = json::from_str(r#"[
//!     {"message_type": "user_message", "id": "message-1", "date": "2026-11-21T09:23:20Z", "content": "Hello"},
//!     {"message_type": "mood_message", "id": "message-2", "mood": {"valence": 0.7}}
//! ]"#)?;
//! assert_eq!(describe(&messages[0]), "user: Hello");
//! assert_eq!(describe(&messages[1]), r#"mood_message with ["mood"]"#);
//! assert_eq!(messages[1].id().map(|id| id.as_str()), Some("message-2"));
//! # Ok::<(), json::Error>(())
//! ```
//!
//! A known kind whose body doesn't fit is an error that says where:
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
//! # Fields and values that are new
//!
//! Servers send fields and enum values before they document them:
//!
//! ```
//! use letta_types::{Step, StopReasonType};
//!
//! let body = r#"{"id": "step-1", "stop_reason": "solar_flare", "carbon_grams": 0.25}"#;
//! let mut step: Step = serde_json::from_str(body)?;
//!
//! assert_eq!(step.stop_reason, Some(StopReasonType::Unknown("solar_flare".into())));
//! assert_eq!(step.extra().get("carbon_grams"), Some(&serde_json::json!(0.25)));
//! assert_eq!(
//!     serde_json::to_value(&step)?,
//!     serde_json::from_str::<serde_json::Value>(body)?,
//! );
//!
//! // They can be added, too.
//! step.extra_mut().insert("reviewed", true);
//! assert_eq!(serde_json::to_value(&step)?["reviewed"], true);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! A value that is `Unknown` today has a variant of its own in a later version. `as_str()` of an enum and `tag()` of a
//! union say the same before and after. A `match` has it in another arm from then on: where nothing may slip through, as
//! when texts are redacted, do the same for `Unknown` and for the rest, such as going over what `serde_json::to_value` gives.
//!
//! Enums are made of any text, and one that is misspelt is `Unknown`, too: where a variant is meant, name it.
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
//! Arguments are parsed on request, into any type that serde reads; [`ArgumentsError`] says what is wrong with them. In
//! a stream, a call comes in portions: see [`ToolCallDelta`].
//!
//! What an agent said is listed as an [`AssistantMessage`] among all messages, but by [`ListMessagesForStep`] and
//! [`RetrieveMessage`] mostly as a [`ReasoningMessage`] of the source
//! [`NonReasonerModel`](ReasoningSource::NonReasonerModel).
//!
//! # Values for tests
//!
//! Structs are made by `new`, which takes what is required, and by setters for the rest; unions come `from` their structs,
//! and `try_into()` gives these back:
//!
//! ```
//! use letta_types::{AssistantMessage, LettaMessage, ToolCall, ToolCallMessage};
//!
//! /// What is to be tested.
//! fn calls(messages: &[LettaMessage]) -> Vec<&str> {
//!     messages.iter().flat_map(|message| message.tool_calls()).map(|call| call.name.as_str()).collect()
//! }
//!
//! let date = "2026-11-21T09:23:20Z";
//! let call = ToolCall::new("call_1", "get_weather", r#"{"city": "Oslo"}"#);
//! let messages: [LettaMessage; 2] = [
//!     ToolCallMessage::new("message-1", date, call).with_step_id("step-1").into(),
//!     AssistantMessage::new("message-2", date, "It is 18 °C.").into(),
//! ];
//! assert_eq!(calls(&messages), ["get_weather"]);
//! assert_eq!(messages[0].tag(), Some("tool_call_message"));
//! let [_, said] = messages;
//! assert_eq!(AssistantMessage::try_from(said).map(|said| said.id), Ok("message-2".into()));
//!
//! // What servers may send some day is read from JSON.
//! let mood: LettaMessage = serde_json::from_value(serde_json::json!({"message_type": "mood_message"}))?;
//! assert!(matches!(mood, LettaMessage::Unknown(_)));
//! assert!(calls(&[mood]).is_empty());
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! The feature `arbitrary` makes values of all types for property tests.
//!
//! # Search
//!
//! ```
//! use letta_types::{MessageListResult, SearchAllMessages, SearchAllMessagesRequest, SearchMode, operation::Operation};
//!
//! let search = SearchAllMessagesRequest::new("weather").with_search_mode(SearchMode::Fts).with_limit(5);
//! let operation = SearchAllMessages::new(search);
//! assert_eq!(operation.path_and_query()?, "/v1/messages/search");
//! let body: serde_json::Value = serde_json::from_slice(&operation.body()?.unwrap_or_default())?;
//! assert_eq!(body, serde_json::json!({"query": "weather", "search_mode": "fts", "limit": 5}));
//!
//! let answer = r#"[{"message_type": "user_message", "message_id": "message-1", "agent_id": "agent-1",
//!     "content": "What is the weather?", "created_at": "2026-11-21T09:43:40.153914Z"}]"#;
//! for result in SearchAllMessages::read_response(200, answer.as_bytes())? {
//!     assert_eq!(result.text().as_deref(), Some("What is the weather?"));
//!     match &result {
//!         MessageListResult::User(found) => assert_eq!(found.message_id, "message-1"),
//!         other => println!("{:?} at {:?}", other.id(), other.date()),
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`SearchMessages`] returns stored messages with their rankings instead: [`MessageSearchResult`].
//!
//! # Lists in pages
//!
//! [`Pages`](operation::Pages) knows which request fetches the page behind the one that came, and what cursors mean to the
//! servers:
//!
//! ```
//! use letta_types::{LettaMessage, ListAllMessages, SortOrder, UserMessage, operation::{Operation, Paged}};
//!
//! let listed = ["message-1", "message-2", "message-3"]
//!     .map(|id| LettaMessage::from(UserMessage::new(id, "2026-11-21T09:23:20Z", "Hello")));
//!
//! // In place of a server and an HTTP client: at most two messages, from behind a cursor on.
//! let send = |path: &str| {
//!     let after = path.split(['?', '&']).find_map(|part| part.strip_prefix("after="));
//!     let behind = |id| listed.iter().position(|message| message.id().is_some_and(|own| own.as_str() == id));
//!     let begin = after.and_then(behind).map_or(0, |index| index + 1);
//!     serde_json::to_vec(&listed[begin..].iter().take(2).collect::<Vec<_>>())
//! };
//!
//! let mut pages = ListAllMessages::new().with_order(SortOrder::Asc).with_limit(2).pages();
//! let mut ids = Vec::new();
//! while let Some(operation) = pages.operation() {
//!     let body = send(&operation.path_and_query()?)?;
//!     let page = ListAllMessages::read_response(200, &body)?;
//!     ids.extend(pages.turn(page).iter().filter_map(|message| message.id().cloned()));
//! }
//! assert_eq!(ids, ["message-1", "message-2", "message-3"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Large bodies
//!
//! A trace holds all that was said to the model and all that it answered. [`RawProviderTrace`] is a [`ProviderTrace`]
//! that keeps both as text: to store or to forward them, or to parse them when they are asked for.
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
//! | `std` (on) | links the standard library, for `json::from_reader`; without it the crate needs `alloc` only |
//! | `arbitrary` | `arbitrary::Arbitrary` for all types of the schema: values that are read back as they are written |
//! | `chrono` | [`Timestamp`] from and to `chrono::DateTime` |
//! | `http` | [`Operation`](operation::Operation) makes an `http::Request` and reads an `http::Response`; links the standard library |
//! | `jiff` | [`Timestamp`] from and to `jiff::Timestamp` |
//! | `schemars` | `schemars::JsonSchema` for all types of the schema: their definitions in [`SCHEMA`]; links the standard library |
//! | `time` | [`Timestamp`] from and to `time::OffsetDateTime` |
//! | `uuid` | identifiers from and to `uuid::Uuid` |
//!
//! ```
//! # #[cfg(all(feature = "jiff", feature = "uuid"))] {
//! use letta_types::{MessageId, Timestamp};
//!
//! // With `uuid`:
//! let id = MessageId::from("message-123e4567-e89b-42d3-8456-426614174000");
//! assert_eq!(id.uuid().map(MessageId::from), Some(id));
//!
//! // With `jiff`; `to_chrono` and `to_time` are like it.
//! let instant: jiff::Timestamp = Timestamp::new("2026-11-21T09:23:20+00:00").to_jiff()?;
//! assert_eq!(Timestamp::from(instant), "2026-11-21T09:23:20Z");
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Versions
//!
//! Versions are semantic. Before 1.0 they are so in Cargo's sense: 0.2.0 is a major change of 0.1.0, and 0.1.1 a minor one.
//!
//! | change | is |
//! |---|---|
//! | a field that may be absent: structs are `#[non_exhaustive]` | minor; it is no longer in `extra()` |
//! | a variant of a `#[non_exhaustive]` enum, such as every enum with `Unknown` | minor; its values are no longer `Unknown` |
//! | an operation, a parameter that isn't required, a trait implementation, a feature | minor |
//! | a body is read that was refused | minor |
//! | the minimum Rust version is raised, which is 1.85 now | minor |
//! | texts of `Debug` and of errors; descriptions in [`SCHEMA`] and [`OPENAPI`] | any |
//! | a field's type, be it only that it may be absent now; a required field | major |
//! | a variant of an enum by JSON type, such as [`UserContent`], which are exhaustive | major |
//! | a field, variant, operation or feature is removed | major |
//! | another major version of a crate that the interface has types of: `serde_core`, `serde_json`, those of the features | major |
//!
//! What an error says is for people. Programs have its accessors, such as [`json::Error::pointer`] and
//! [`json::Error::category`], which are as stable as all else. `Display` of identifiers, instants and enums of
//! texts is what stands on the wire.

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
mod raw;
mod runtime;
mod unknown;

pub use self::{
    ext::*,
    extra::{Extra, ExtraIter, ExtraIterMut},
    generated::*,
    raw::RawJson,
    unknown::UnknownObject,
};

/// The JSON Schema of every type, as one JSON Schema 2020-12 document.
///
/// Its definitions have the names of the types. Keys that begin with `x-letta-` are annotations.
pub const SCHEMA: &str = include_str!("../schema/letta-types.schema.json");

/// The operations and the types as one OpenAPI 3.1 document.
///
/// Its `operationId`s are the names of the operations in snake case; its schemas are the definitions of
/// [`SCHEMA`].
pub const OPENAPI: &str = include_str!("../schema/letta-types.openapi.json");

/// Runs the example of the README that is packaged.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
