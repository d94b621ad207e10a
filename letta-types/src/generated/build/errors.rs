// @generated from schema/errors.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Constructors, setters and accessors of [`crate::errors`].

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use crate::{
    ApiError, ErrorDetail, Extra, ModelError, TraceId, ValidationError, ValidationLocation,
};

impl ApiError {
    /// Creates a value without any field.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`detail`](Self::detail).
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<ErrorDetail>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn with_error(mut self, error: impl Into<ModelError>) -> Self {
        self.error = Some(error.into());
        self
    }

    /// Sets [`examples`](Self::examples).
    #[must_use]
    pub fn with_examples(mut self, examples: impl Into<Vec<Value>>) -> Self {
        self.examples = Some(examples.into());
        self
    }

    /// Sets [`trace_id`](Self::trace_id).
    #[must_use]
    pub fn with_trace_id(mut self, trace_id: impl Into<TraceId>) -> Self {
        self.trace_id = Some(trace_id.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ValidationError {
    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(
        loc: impl Into<Vec<ValidationLocation>>,
        msg: impl Into<String>,
        type_: impl Into<String>,
    ) -> Self {
        Self {
            loc: loc.into(),
            msg: msg.into(),
            type_: type_.into(),
            ctx: None,
            input: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`ctx`](Self::ctx).
    #[must_use]
    pub fn with_ctx(mut self, ctx: Map<String, Value>) -> Self {
        self.ctx = Some(ctx);
        self
    }

    /// Sets [`input`](Self::input).
    #[must_use]
    pub fn with_input(mut self, input: impl Into<Value>) -> Self {
        self.input = Some(input.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}

impl ModelError {
    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(type_: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            type_: type_.into(),
            message: message.into(),
            detail: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`detail`](Self::detail).
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Sets a field that the type doesn't declare: see [`Extra::insert`].
    #[must_use]
    pub fn with_extra(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(key, value);
        self
    }

    /// The fields that the type doesn't declare.
    #[must_use]
    pub fn extra(&self) -> &Extra {
        &self.extra
    }

    /// The fields that the type doesn't declare, mutably.
    pub fn extra_mut(&mut self) -> &mut Extra {
        &mut self.extra
    }
}
