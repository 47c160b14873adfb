"""Asking a chat endpoint that speaks the protocol of OpenAI: hosted, or a local vLLM, Ollama or llama.cpp.

Its client retries what may pass (429, 5xx, lost connections) with growing pauses. Added here are bounds that hold
whatever the server does: seconds and bytes of one answer, tokens of all, and an end to asking one that does not answer.
"""

import json
import time
from collections.abc import Mapping
from typing import Any

import openai
from pydantic import BaseModel, SecretStr, ValidationError

from transforms.extractors.answer import read_answer
from transforms.extractors.chat import NoAnswerError
from transforms.ids import content_id
from warehouse.store import Store

MAX_BYTES = 2_000_000
MAX_ANSWER_TOKENS = 8_000
CHARACTERS_A_TOKEN = 3
"""Fewer than English has, so that what an asking may cost is not estimated too low."""
PATIENCE = 3
"""Documents in a row without an answer, after which the endpoint is asked no more."""


class _Message(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Usage(BaseModel):
    total_tokens: int = 0


class _Completion(BaseModel):
    """What is read of a completion; servers add fields of their own."""

    choices: list[_Choice]
    usage: _Usage | None = None


class Endpoint:
    """Asks one model; an `Ask`. `tokens` may be spent in all; answers given before are taken from the store."""

    def __init__(
        self,
        *,
        url: str,
        model: str,
        key: SecretStr | None,
        tokens: int,
        timeout: float,
        attempts: int,
        answers: Store | None,
    ) -> None:
        self.model = model
        self.left = tokens
        self._timeout = timeout
        self._answers = answers
        self._silent = 0
        self._client = openai.OpenAI(
            base_url=url,
            api_key=key.get_secret_value() if key else "none",  # local servers want none, the client wants one
            timeout=timeout,
            max_retries=attempts - 1,
        )

    def __call__(self, instructions: str, text: str, schema: Mapping[str, Any]) -> str:
        """The answer to a text.

        Raises:
            NoAnswerError: the tokens are spent, or the endpoint did not answer, or not in time, or not as agreed.
            AnswerError: the answer is not of the schema; it is not kept.
        """
        asked = {"model": self.model, "instructions": instructions, "text": text, "schema": schema}
        name = f"answers/{content_id('answer', json.dumps(asked, sort_keys=True))}.json"
        kept = self._answers.read(name) if self._answers else None
        if kept is not None:
            return kept.decode()
        least = (len(instructions) + len(text) + len(json.dumps(schema))) // CHARACTERS_A_TOKEN
        if least >= self.left:
            raise NoAnswerError("spend limit", f"{self.left} tokens are left, and asking costs {least} and the answer")
        if self._silent >= PATIENCE:
            raise NoAnswerError("no answer", f"not asked: {PATIENCE} documents in a row got no answer")
        answer = self._ask(instructions, text, schema, least)
        read_answer(answer)
        if self._answers:
            self._answers.write(name, answer.encode())
        return answer

    def _ask(self, instructions: str, text: str, schema: Mapping[str, Any], least: int) -> str:
        bound = min(MAX_ANSWER_TOKENS, self.left - least)
        # spent unless the server says less: what fails may be charged as well
        self.left -= least
        try:
            body = self._request(instructions, text, schema, bound)
        except (openai.OpenAIError, NoAnswerError) as error:
            self._silent += 1
            detail = f"{type(error).__name__}: {' '.join(str(error).split())}"
            raise NoAnswerError("no answer", detail[:400]) from None
        self._silent = 0
        try:
            completion = _Completion.model_validate_json(body)
            said = completion.choices[0]
        except (ValidationError, IndexError):
            self.left -= min(bound, len(body) // CHARACTERS_A_TOKEN)
            raise NoAnswerError("no answer", f"the body is no completion: {body[:80]!r}") from None
        answer = said.message.content or ""
        reported = completion.usage.total_tokens if completion.usage else 0
        self.left -= max(reported - least, len(answer) // CHARACTERS_A_TOKEN)
        if said.finish_reason == "length":
            raise NoAnswerError("no answer", f"cut off after {bound} tokens")
        return answer

    def _request(self, instructions: str, text: str, schema: Mapping[str, Any], bound: int) -> bytes:
        """The body of the answer, read piece by piece so that a server that drips ends in time as well."""
        ends = time.monotonic() + self._timeout * (self._client.max_retries + 1)
        with self._client.chat.completions.with_streaming_response.create(
            model=self.model,
            messages=[{"role": "system", "content": instructions}, {"role": "user", "content": text}],
            max_completion_tokens=bound,
            response_format={
                "type": "json_schema",
                "json_schema": {"name": "events", "strict": True, "schema": dict(schema)},
            },
        ) as response:
            body = b""
            for piece in response.iter_bytes():
                body += piece
                if len(body) > MAX_BYTES:
                    raise NoAnswerError("no answer", f"an answer of over {MAX_BYTES:,} bytes")
                if time.monotonic() > ends:
                    raise NoAnswerError("no answer", "the answer did not end in time")
            return body
