// @generated from schema/errors.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Bodies of failed requests.
//!
//! [`ApiError`] reads each form in which servers say why: text, a list of issues, an object,
//! or how the request to a model failed. It is an error of its own, whose text is the
//! server's.
//!
//! [`Operation::read_response`](crate::operation::Operation::read_response) returns it as
//! [`ResponseError::Api`](crate::operation::ResponseError::Api), and [`json`](crate::json)
//! recognises it where something else was to be read.
//!
//! ```
//! use letta_types::{ApiError, ErrorDetail, json};
//!
//! let error: ApiError = json::from_str(r#"{"detail": "No agent found", "trace_id": "4bf92f"}"#)?;
//! assert_eq!(error.detail, Some(ErrorDetail::Text("No agent found".into())));
//! assert_eq!(error.to_string(), "No agent found (trace 4bf92f)");
//! # Ok::<(), json::Error>(())
//! ```
//!
//! [`ErrorDetail::issues`] has the parts of a request that a server refuses, one by one.

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use crate::{Extra, TraceId};

/// The body of a response to a request that failed.
///
/// Servers have no single form for it. `detail` is the usual field; some add `trace_id` or
/// `examples`, and a failure of the model comes as `error` alone.
///
/// Source: OpenAPI: `HTTPValidationError`; recorded bodies.
#[doc(alias = "HTTPValidationError")]
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ApiError {
    /// What went wrong. Absent when `error` says so.
    pub detail: Option<ErrorDetail>,

    /// How the request to the model failed. Absent for every other failure.
    ///
    /// Servers send it, though no published document names it.
    pub error: Option<ModelError>,

    /// Values that the refused parameter would accept. Absent unless the server knows some.
    ///
    /// Servers send it, though no published document names it.
    pub examples: Option<Vec<Value>>,

    /// Telemetry trace of the request. Recorded servers send it when a request doesn't validate,
    /// and when there is no such message to retrieve. Absent otherwise.
    ///
    /// Servers send it, though no published document names it.
    pub trace_id: Option<TraceId>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// What went wrong: text, a list of issues, or an object.
///
/// Of a request that doesn't validate, the documents promise a list of issues. Recorded
/// servers send the list as text, as Python prints it.
///
/// The JSON type of the value tells the variant.
///
/// Source: OpenAPI: `HTTPValidationError`; recorded bodies.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ErrorDetail {
    /// An explanation for people.
    Text(String),

    /// What is wrong with the request, one entry per issue.
    Issues(Vec<ValidationError>),

    /// An explanation in a form that isn't documented.
    Object(Map<String, Value>),
}

/// What is wrong with one part of a request.
///
/// Source: OpenAPI: `ValidationError`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ValidationError {
    /// Path to the part: first `body`, `query` or `path`, then keys and indices.
    pub loc: Vec<ValidationLocation>,

    /// Explanation for people, such as `Field required`.
    pub msg: String,

    /// Kind of issue, such as `missing` or `less_than_equal`.
    #[doc(alias = "type")]
    pub type_: String,

    /// Terms of the rule that was broken, such as `le` for an upper bound. Absent when the rule
    /// has none.
    ///
    /// Servers send it, though no published document names it.
    pub ctx: Option<Map<String, Value>>,

    /// What the request had at that place, which can be null.
    ///
    /// Servers send it, though no published document names it.
    pub input: Option<Value>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}

/// One segment of the path to a part of a request.
///
/// The JSON type of the value tells the variant.
///
/// Source: OpenAPI: `ValidationError`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ValidationLocation {
    /// Name of a parameter or of a field.
    Key(String),

    /// Position within an array, from 0.
    Index(i64),
}

/// How a request to a model failed.
///
/// Source: OpenAPI: `LettaErrorMessage`, which has two of the fields; recorded bodies.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ModelError {
    /// Kind of failure, such as `llm_error`.
    #[doc(alias = "type")]
    pub type_: String,

    /// Explanation for people, in general terms.
    pub message: String,

    /// What the model's provider answered. Absent when it isn't known.
    pub detail: Option<String>,

    /// The fields that came undeclared.
    pub(crate) extra: Extra,
}
