// @generated from schema/errors.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How arbitrary values of the types of [`crate::errors`] are made.

use crate::ext::arbitrary::{object, union_by_type};
use crate::{ApiError, ErrorDetail, ModelError, ValidationError, ValidationLocation};

object! {
    ApiError {
        detail = "detail" optional;
        error = "error" optional;
        examples = "examples" optional;
        trace_id = "trace_id" optional;
    }
}

union_by_type! {
    ErrorDetail {
        Text Issues Object
    }
}

object! {
    ValidationError {
        loc = "loc" required;
        msg = "msg" required;
        type_ = "type" required;
        ctx = "ctx" optional;
        input = "input" optional;
    }
}

union_by_type! {
    ValidationLocation {
        Key Index
    }
}

object! {
    ModelError {
        type_ = "type" required;
        message = "message" required;
        detail = "detail" optional;
    }
}
