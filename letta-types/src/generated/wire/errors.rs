// @generated from schema/errors.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How the types of [`crate::errors`] are read and written.

use alloc::{string::String, vec::Vec};

use serde_json::{Map, Value};

use crate::json::body::body;
use crate::runtime::{by_type::by_type_union, object::object};
use crate::{ApiError, ErrorDetail, ModelError, TraceId, ValidationError, ValidationLocation};

body! {
    ApiError
}

object! {
    ApiError {
        detail: ErrorDetail = "detail" optional;
        error: ModelError = "error" optional;
        examples: Vec<Value> = "examples" optional;
        trace_id: TraceId = "trace_id" optional;
    }
}

by_type_union! {
    ErrorDetail, "a string, an array or an object" {
        string: Text(String);
        array: Issues(Vec<ValidationError>);
        object: Object(Map<String, Value>);
    }
}

object! {
    ValidationError {
        loc: Vec<ValidationLocation> = "loc" required;
        msg: String = "msg" required;
        type_: String = "type" required;
        ctx: Map<String, Value> = "ctx" optional;
        input: Value = "input" optional;
    }
}

by_type_union! {
    ValidationLocation, "a string or a 64-bit integer" {
        string: Key(String);
        integer: Index(i64);
    }
}

object! {
    ModelError {
        type_: String = "type" required;
        message: String = "message" required;
        detail: String = "detail" optional;
    }
}
