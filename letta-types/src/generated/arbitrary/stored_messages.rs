// @generated from schema/stored-messages.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How arbitrary values of the types of [`crate::stored_messages`] are made.

use crate::ext::arbitrary::{object, open_enums, tagged_union};
use crate::{
    ApprovalReturn, FunctionCall, FunctionToolCall, FunctionToolCallType, InternalMessage,
    InternalToolReturn, StoredApproval, UnknownObject,
};

open_enums! {
    FunctionToolCallType
}

object! {
    InternalMessage {
        id = "id" required;
        role = "role" required;
        agent_id = "agent_id" optional;
        approval_request_id = "approval_request_id" optional;
        approvals = "approvals" optional;
        approve = "approve" optional;
        batch_item_id = "batch_item_id" optional;
        content = "content" optional;
        conversation_id = "conversation_id" optional;
        created_at = "created_at" optional;
        created_by_id = "created_by_id" optional;
        denial_reason = "denial_reason" optional;
        group_id = "group_id" optional;
        is_err = "is_err" optional;
        last_updated_by_id = "last_updated_by_id" optional;
        model = "model" optional;
        name = "name" optional;
        otid = "otid" optional;
        run_id = "run_id" optional;
        sender_id = "sender_id" optional;
        step_id = "step_id" optional;
        tool_call_id = "tool_call_id" optional;
        tool_calls = "tool_calls" optional;
        tool_returns = "tool_returns" optional;
        updated_at = "updated_at" optional;
    }
}

object! {
    FunctionToolCall {
        id = "id" required;
        function = "function" required;
        type_ = "type" required;
    }
}

object! {
    FunctionCall {
        arguments = "arguments" required;
        name = "name" required;
    }
}

object! {
    InternalToolReturn {
        status = "status" required;
        func_response = "func_response" optional;
        stderr = "stderr" optional;
        stdout = "stdout" optional;
        tool_call_id = "tool_call_id" optional;
    }
}

tagged_union! {
    StoredApproval by "type" {
        Approval(ApprovalReturn) tagged;
        ToolReturn(InternalToolReturn) tagless;
        @unknown UnknownObject;
        @tags {
            "approval"
        }
        @keys {
            "approve" "func_response" "reason" "status" "stderr" "stdout" "tool_call_id" "type"
        }
    }
}
