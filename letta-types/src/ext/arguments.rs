//! The arguments of tool calls, parsed on request.

use alloc::{borrow::ToOwned, boxed::Box, format, string::String};
use core::fmt;

use serde_core::de::{DeserializeOwned, Error as _};

use crate::{
    FunctionCall, FunctionToolCall, ToolCall, ToolCallContent, ToolCallId,
    json::{Printable, failure::Failure, walk},
};

impl ToolCall {
    /// The arguments as a type of the caller's choice: that of the tool's parameters, or
    /// `serde_json::Value` for any JSON. The text itself stays as it came.
    ///
    /// # Errors
    ///
    /// The model wrote no JSON, or JSON that isn't of the type.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use letta_types::ToolCall;
    ///
    /// let call = ToolCall::new("call_1", "get_weather", r#"{"city": "Oslo"}"#);
    /// let arguments: BTreeMap<String, String> = call.parse_arguments()?;
    /// assert_eq!(arguments["city"], "Oslo");
    ///
    /// let error = call.parse_arguments::<BTreeMap<String, i64>>().expect_err("no number");
    /// assert_eq!(error.pointer(), "/city");
    /// assert_eq!(
    ///     error.to_string(),
    ///     "arguments of the tool `get_weather` (call `call_1`): \
    ///      invalid type: string \"Oslo\", expected i64, at /city, line 1 column 15"
    /// );
    /// # Ok::<(), letta_types::ArgumentsError>(())
    /// ```
    pub fn parse_arguments<T: DeserializeOwned>(&self) -> Result<T, ArgumentsError> {
        let Self {
            arguments, name, ..
        } = self;
        serde_json::from_str(arguments)
            .map_err(|error| ArgumentsError::new(name, Some(&self.tool_call_id), arguments, &error))
    }
}

impl FunctionToolCall {
    /// The arguments as a type of the caller's choice: see [`ToolCall::parse_arguments`].
    ///
    /// # Errors
    ///
    /// The model wrote no JSON, or JSON that isn't of the type.
    pub fn parse_arguments<T: DeserializeOwned>(&self) -> Result<T, ArgumentsError> {
        let FunctionCall {
            arguments, name, ..
        } = &self.function;
        serde_json::from_str(arguments)
            .map_err(|error| ArgumentsError::new(name, Some(&self.id), arguments, &error))
    }
}

impl FunctionCall {
    /// The arguments as a type of the caller's choice: see [`ToolCall::parse_arguments`]. An error doesn't know
    /// the call's identifier; that of [`FunctionToolCall::parse_arguments`] does.
    ///
    /// # Errors
    ///
    /// The model wrote no JSON, or JSON that isn't of the type.
    pub fn parse_arguments<T: DeserializeOwned>(&self) -> Result<T, ArgumentsError> {
        let Self {
            arguments, name, ..
        } = self;
        serde_json::from_str(arguments)
            .map_err(|error| ArgumentsError::new(name, None, arguments, &error))
    }
}

impl ToolCallContent {
    /// The arguments as a type of the caller's choice, like [`ToolCall::parse_arguments`].
    ///
    /// They didn't come as text, so that an error has a pointer and no line.
    ///
    /// # Errors
    ///
    /// The arguments aren't of the type.
    pub fn parse_input<T: DeserializeOwned>(&self) -> Result<T, ArgumentsError> {
        let fault = |text: &str, error: &serde_json::Error| {
            let mut error = ArgumentsError::new(&self.name, Some(&self.id), text, error);
            error.0.position = None;
            error
        };
        // By way of text, as only that tells where an error is.
        let text = serde_json::to_string(&self.input).map_err(|error| fault("", &error))?;
        serde_json::from_str(&text).map_err(|error| fault(&text, &error))
    }
}

/// Why the arguments of a tool call can't be read as a type.
///
/// It says which tool and which call, and where in the arguments. They can be long, and they can be secret: of
/// what serde quotes of a text it keeps the first few characters, and of what a type's own `Deserialize` says no more
/// than a line or two. So does its [`source`](core::error::Error::source), which is a `serde_json::Error`.
pub struct ArgumentsError(Box<Detail>);

struct Detail {
    tool_name: String,
    tool_call_id: Option<ToolCallId>,
    message: String,
    pointer: String,
    position: Option<(usize, usize)>,
    source: serde_json::Error,
}

impl ArgumentsError {
    #[cold]
    fn new(
        tool_name: &str,
        tool_call_id: Option<&ToolCallId>,
        text: &str,
        error: &serde_json::Error,
    ) -> Self {
        let failure = Failure::new(text, error);
        let (line, column) = failure.position;
        let message = failure.message;
        // `serde_json` takes the position out of the text again.
        let source = serde_json::Error::custom(format!("{message} at line {line} column {column}"));
        Self(Box::new(Detail {
            tool_name: tool_name.to_owned(),
            tool_call_id: tool_call_id.cloned(),
            message,
            pointer: walk::pointer(&failure.path),
            position: Some(failure.position),
            source,
        }))
    }

    /// The tool that is called.
    #[must_use]
    pub fn tool_name(&self) -> &str {
        &self.0.tool_name
    }

    /// The call, if that is known.
    #[must_use]
    pub fn tool_call_id(&self) -> Option<&ToolCallId> {
        self.0.tool_call_id.as_ref()
    }

    /// The JSON Pointer, within the arguments, of the value that doesn't fit or in which the text breaks. For a
    /// missing field, it is that of the object. Empty for the whole, and where the type doesn't say it any better.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// The line of the arguments' text at which reading stopped, from 1; 0 if they didn't come as text.
    #[must_use]
    pub fn line(&self) -> usize {
        self.0.position.map_or(0, |(line, _)| line)
    }

    /// The column at which reading stopped, in bytes from 1; 0 if the arguments didn't come as text.
    #[must_use]
    pub fn column(&self) -> usize {
        self.0.position.map_or(0, |(_, column)| column)
    }
}

impl fmt::Display for ArgumentsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let detail = &self.0;
        write!(
            f,
            "arguments of the tool `{}`",
            Printable(&detail.tool_name)
        )?;
        if let Some(id) = &detail.tool_call_id {
            write!(f, " (call `{}`)", Printable(id.as_str()))?;
        }
        write!(f, ": {}", Printable(&detail.message))?;
        if !detail.pointer.is_empty() {
            write!(f, ", at {}", Printable(&detail.pointer))?;
        }
        match detail.position {
            Some((line, column)) => write!(f, ", line {line} column {column}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for ArgumentsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let detail = &self.0;
        f.debug_struct("ArgumentsError")
            .field("tool_name", &detail.tool_name)
            .field("tool_call_id", &detail.tool_call_id)
            .field("message", &detail.message)
            .field("pointer", &detail.pointer)
            .field("line", &self.line())
            .field("column", &self.column())
            .finish_non_exhaustive()
    }
}

impl core::error::Error for ArgumentsError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        Some(&self.0.source)
    }
}
