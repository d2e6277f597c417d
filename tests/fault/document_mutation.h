// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <random>

namespace bomay {

/// Damages a document's file in one of many ways, by the numbers of an engine: a disk that fails, a copy that was cut
/// off, a hand that meddled. Says what it did, for the message of a test that fails.
[[nodiscard]] QString mutate(const QString &path, const QByteArray &good, std::mt19937 &engine);

} // namespace bomay
