// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <expected>
#include <utility>

namespace bomay {

/// A value, or the reason why there is none.
template <typename T = void>
using Result = std::expected<T, Error>;

/// The unexpected side of a `Result`, for `return fail(u"file-not-found"_s, …)`.
[[nodiscard]] inline std::unexpected<Error> fail(QString code, MessageArgs args = {}, Place place = {},
                                                 QString detail = {})
{
    return std::unexpected(Error{{std::move(code), std::move(args)}, std::move(place), std::move(detail)});
}

/// Reports a broken assumption of ours with its place in the source; aborts where BOMAY_ABORT_ON_BUG is set (tests).
void reportBug(const char *condition, const char *file, int line);

} // namespace bomay

#define BM_CONCAT_INNER(a, b) a##b
#define BM_CONCAT(a, b) BM_CONCAT_INNER(a, b)

/// BM_TRY(auto value, expression): the value of a Result, or returns its error from the enclosing function.
#define BM_TRY(declaration, expression)                                                                                \
    auto BM_CONCAT(bmTry, __LINE__) = (expression);                                                                    \
    if (!BM_CONCAT(bmTry, __LINE__).has_value()) [[unlikely]]                                                          \
        return std::unexpected(std::move(BM_CONCAT(bmTry, __LINE__)).error());                                         \
    declaration = std::move(*BM_CONCAT(bmTry, __LINE__))

/// BM_TRY_VOID(expression): returns the error of a Result<> from the enclosing function, if there is one.
#define BM_TRY_VOID(expression)                                                                                        \
    if (auto bmTryVoid = (expression); !bmTryVoid.has_value()) [[unlikely]]                                            \
    return std::unexpected(std::move(bmTryVoid).error())

/// BM_CHECK(condition, recovery): for mistakes of ours. Logs file and line and runs the recovery; aborts in tests.
#define BM_CHECK(condition, recovery)                                                                                  \
    if (!(condition)) [[unlikely]] {                                                                                   \
        ::bomay::reportBug(#condition, __FILE__, __LINE__);                                                            \
        recovery;                                                                                                      \
    }                                                                                                                  \
    static_assert(true, "a semicolon follows")
