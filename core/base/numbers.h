// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <type_traits> // not <concepts>: the moc of Qt 6.4 cannot read it

namespace bomay {

/// Index of an element, for flat arrays numbered with int.
template <typename I>
    requires std::is_integral_v<I>
[[nodiscard]] constexpr std::size_t uz(I index)
{
    return static_cast<std::size_t>(index);
}

/// The size of a container as the int our flat arrays count with. Documents hold far fewer than 2^31 rows.
template <typename Container>
[[nodiscard]] constexpr int sizeOf(const Container &container)
{
    return static_cast<int>(container.size());
}

} // namespace bomay
