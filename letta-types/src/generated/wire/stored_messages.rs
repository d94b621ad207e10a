// @generated from schema/stored-messages.json by `cargo xtask codegen`. Don't edit: change the schema.

//! How the types of [`crate::stored_messages`] are read and written.

use alloc::{string::String, vec::Vec};

use serde_json::Value;

use crate::json::body::body;
use crate::runtime::{object::object, tagged::tagged_union, text::open_enum};
use crate::{
    AgentId, ApprovalRequestId, ApprovalReturn, BatchItemId, ConversationId, FunctionCall,
    FunctionToolCall, FunctionToolCallType, GroupId, InternalMessage, InternalToolReturn,
    MessageContentPart, MessageId, MessageRole, Otid, RunId, SenderId, StepId, StoredApproval,
    Timestamp, ToolCallId, ToolReturnValue, ToolStatus, UserId,
};

body! {
    InternalMessage
}

object! {
    InternalMessage {
        id: MessageId = "id" required;
        role: MessageRole = "role" required;
        agent_id: AgentId = "agent_id" optional;
        approval_request_id: ApprovalRequestId = "approval_request_id" optional;
        approvals: Vec<StoredApproval> = "approvals" optional;
        approve: bool = "approve" optional;
        batch_item_id: BatchItemId = "batch_item_id" optional;
        content: Vec<MessageContentPart> = "content" optional;
        conversation_id: ConversationId = "conversation_id" optional;
        created_at: Timestamp = "created_at" optional;
        created_by_id: UserId = "created_by_id" optional;
        denial_reason: String = "denial_reason" optional;
        group_id: GroupId = "group_id" optional;
        is_err: bool = "is_err" optional;
        last_updated_by_id: UserId = "last_updated_by_id" optional;
        model: String = "model" optional;
        name: String = "name" optional;
        otid: Otid = "otid" optional;
        run_id: RunId = "run_id" optional;
        sender_id: SenderId = "sender_id" optional;
        step_id: StepId = "step_id" optional;
        tool_call_id: ToolCallId = "tool_call_id" optional;
        tool_calls: Vec<FunctionToolCall> = "tool_calls" optional;
        tool_returns: Vec<InternalToolReturn> = "tool_returns" optional;
        updated_at: Timestamp = "updated_at" optional;
    }
}

object! {
    FunctionToolCall {
        id: ToolCallId = "id" required;
        function: FunctionCall = "function" required;
        type_: FunctionToolCallType = "type" required;
    }
}

object! {
    FunctionCall {
        arguments: String = "arguments" required;
        name: String = "name" required;
    }
}

open_enum! {
    FunctionToolCallType {
        Function = "function",
    }
}

object! {
    InternalToolReturn {
        status: ToolStatus = "status" required;
        func_response: ToolReturnValue = "func_response" optional;
        stderr: Vec<String> = "stderr" optional;
        stdout: Vec<String> = "stdout" optional;
        tool_call_id: Value = "tool_call_id" optional;
    }
}

tagged_union! {
    StoredApproval by "type" {
        approve: bool = "approve";
        reason: String = "reason";
        status: ToolStatus = "status";
    }
    @late {
        tool_call_id = "tool_call_id" {
            tool_call_id_as_tool_call_id: ToolCallId;
            tool_call_id_as_value: Value;
        }
        func_response = "func_response" {
            func_response: ToolReturnValue;
        }
        stderr = "stderr" {
            stderr: Vec<String>;
        }
        stdout = "stdout" {
            stdout: Vec<String>;
        }
    }
    Approval(ApprovalReturn) = "approval" {
        approve reason
        @late tool_call_id in tool_call_id_as_tool_call_id
    }
    ToolReturn(InternalToolReturn) {
        status
        @late func_response in func_response stderr in stderr stdout in stdout
        tool_call_id in tool_call_id_as_value
    }
}
