// @generated from schema/stored-messages.json by `cargo xtask codegen`. Don't edit: change the schema.

//! Constructors, setters and accessors of [`crate::stored_messages`].

use alloc::{string::String, vec::Vec};

use serde_json::Value;

use crate::{
    AgentId, ApprovalRequestId, ApprovalReturn, BatchItemId, ConversationId, Extra, FunctionCall,
    FunctionToolCall, FunctionToolCallType, GroupId, InternalMessage, InternalToolReturn,
    MessageContentPart, MessageId, MessageRole, Otid, RunId, SenderId, StepId, StoredApproval,
    Timestamp, ToolCallId, ToolReturnValue, ToolStatus, UserId,
};

impl InternalMessage {
    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(id: impl Into<MessageId>, role: impl Into<MessageRole>) -> Self {
        Self {
            id: id.into(),
            role: role.into(),
            agent_id: None,
            approval_request_id: None,
            approvals: None,
            approve: None,
            batch_item_id: None,
            content: None,
            conversation_id: None,
            created_at: None,
            created_by_id: None,
            denial_reason: None,
            group_id: None,
            is_err: None,
            last_updated_by_id: None,
            model: None,
            name: None,
            otid: None,
            run_id: None,
            sender_id: None,
            step_id: None,
            tool_call_id: None,
            tool_calls: None,
            tool_returns: None,
            updated_at: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn with_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Sets [`approval_request_id`](Self::approval_request_id).
    #[must_use]
    pub fn with_approval_request_id(
        mut self,
        approval_request_id: impl Into<ApprovalRequestId>,
    ) -> Self {
        self.approval_request_id = Some(approval_request_id.into());
        self
    }

    /// Sets [`approvals`](Self::approvals).
    #[must_use]
    pub fn with_approvals(mut self, approvals: impl Into<Vec<StoredApproval>>) -> Self {
        self.approvals = Some(approvals.into());
        self
    }

    /// Sets [`approve`](Self::approve).
    #[must_use]
    pub fn with_approve(mut self, approve: bool) -> Self {
        self.approve = Some(approve);
        self
    }

    /// Sets [`batch_item_id`](Self::batch_item_id).
    #[must_use]
    pub fn with_batch_item_id(mut self, batch_item_id: impl Into<BatchItemId>) -> Self {
        self.batch_item_id = Some(batch_item_id.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn with_content(mut self, content: impl Into<Vec<MessageContentPart>>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets [`conversation_id`](Self::conversation_id).
    #[must_use]
    pub fn with_conversation_id(mut self, conversation_id: impl Into<ConversationId>) -> Self {
        self.conversation_id = Some(conversation_id.into());
        self
    }

    /// Sets [`created_at`](Self::created_at).
    #[must_use]
    pub fn with_created_at(mut self, created_at: impl Into<Timestamp>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets [`created_by_id`](Self::created_by_id).
    #[must_use]
    pub fn with_created_by_id(mut self, created_by_id: impl Into<UserId>) -> Self {
        self.created_by_id = Some(created_by_id.into());
        self
    }

    /// Sets [`denial_reason`](Self::denial_reason).
    #[must_use]
    pub fn with_denial_reason(mut self, denial_reason: impl Into<String>) -> Self {
        self.denial_reason = Some(denial_reason.into());
        self
    }

    /// Sets [`group_id`](Self::group_id).
    #[must_use]
    pub fn with_group_id(mut self, group_id: impl Into<GroupId>) -> Self {
        self.group_id = Some(group_id.into());
        self
    }

    /// Sets [`is_err`](Self::is_err).
    #[must_use]
    pub fn with_is_err(mut self, is_err: bool) -> Self {
        self.is_err = Some(is_err);
        self
    }

    /// Sets [`last_updated_by_id`](Self::last_updated_by_id).
    #[must_use]
    pub fn with_last_updated_by_id(mut self, last_updated_by_id: impl Into<UserId>) -> Self {
        self.last_updated_by_id = Some(last_updated_by_id.into());
        self
    }

    /// Sets [`model`](Self::model).
    #[must_use]
    pub fn with_model(mut self, model: impl Into<String>) -> Self {
        self.model = Some(model.into());
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`otid`](Self::otid).
    #[must_use]
    pub fn with_otid(mut self, otid: impl Into<Otid>) -> Self {
        self.otid = Some(otid.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[must_use]
    pub fn with_run_id(mut self, run_id: impl Into<RunId>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Sets [`sender_id`](Self::sender_id).
    #[must_use]
    pub fn with_sender_id(mut self, sender_id: impl Into<SenderId>) -> Self {
        self.sender_id = Some(sender_id.into());
        self
    }

    /// Sets [`step_id`](Self::step_id).
    #[must_use]
    pub fn with_step_id(mut self, step_id: impl Into<StepId>) -> Self {
        self.step_id = Some(step_id.into());
        self
    }

    /// Sets [`tool_call_id`](Self::tool_call_id).
    #[must_use]
    pub fn with_tool_call_id(mut self, tool_call_id: impl Into<ToolCallId>) -> Self {
        self.tool_call_id = Some(tool_call_id.into());
        self
    }

    /// Sets [`tool_calls`](Self::tool_calls).
    #[must_use]
    pub fn with_tool_calls(mut self, tool_calls: impl Into<Vec<FunctionToolCall>>) -> Self {
        self.tool_calls = Some(tool_calls.into());
        self
    }

    /// Sets [`tool_returns`](Self::tool_returns).
    #[must_use]
    pub fn with_tool_returns(mut self, tool_returns: impl Into<Vec<InternalToolReturn>>) -> Self {
        self.tool_returns = Some(tool_returns.into());
        self
    }

    /// Sets [`updated_at`](Self::updated_at).
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: impl Into<Timestamp>) -> Self {
        self.updated_at = Some(updated_at.into());
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

impl FunctionToolCall {
    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(
        id: impl Into<ToolCallId>,
        function: impl Into<FunctionCall>,
        type_: impl Into<FunctionToolCallType>,
    ) -> Self {
        Self {
            id: id.into(),
            function: function.into(),
            type_: type_.into(),
            extra: Extra::new(),
        }
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

impl FunctionCall {
    /// Creates a value from its required fields.
    #[must_use]
    pub fn new(name: impl Into<String>, arguments: impl Into<String>) -> Self {
        Self {
            arguments: arguments.into(),
            name: name.into(),
            extra: Extra::new(),
        }
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

impl InternalToolReturn {
    /// Creates a value from its required fields, leaving the optional ones absent.
    #[must_use]
    pub fn new(status: impl Into<ToolStatus>) -> Self {
        Self {
            status: status.into(),
            func_response: None,
            stderr: None,
            stdout: None,
            tool_call_id: None,
            extra: Extra::new(),
        }
    }

    /// Sets [`func_response`](Self::func_response).
    #[must_use]
    pub fn with_func_response(mut self, func_response: impl Into<ToolReturnValue>) -> Self {
        self.func_response = Some(func_response.into());
        self
    }

    /// Sets [`stderr`](Self::stderr).
    #[must_use]
    pub fn with_stderr(mut self, stderr: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.stderr = Some(stderr.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`stdout`](Self::stdout).
    #[must_use]
    pub fn with_stdout(mut self, stdout: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.stdout = Some(stdout.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`tool_call_id`](Self::tool_call_id).
    #[must_use]
    pub fn with_tool_call_id(mut self, tool_call_id: impl Into<Value>) -> Self {
        self.tool_call_id = Some(tool_call_id.into());
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

impl StoredApproval {
    /// The tag, `type`, as it is written; `None` where the value has none.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        match self {
            Self::Approval(_) => Some(ApprovalReturn::TYPE),
            Self::ToolReturn(_) => None,
            Self::Unknown(value) => value.get("type").and_then(Value::as_str),
        }
    }
}
