// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace bomay {

/// An array that grows without moving what it holds, and has room for few more than it holds: a `std::deque` whose
/// blocks are of use for rows too. `T` is a value with a default.
template <typename T>
class ChunkedArray
{
public:
    ChunkedArray() = default;
    ChunkedArray(const ChunkedArray &other)
        : m_size(other.m_size)
    {
        m_chunks.reserve(other.m_chunks.size());
        for (const auto &chunk : other.m_chunks)
            m_chunks.push_back(std::make_unique<Chunk>(*chunk));
    }
    ChunkedArray(ChunkedArray &&other) noexcept
        : m_chunks(std::move(other.m_chunks))
        , m_size(std::exchange(other.m_size, 0))
    {}
    ChunkedArray &operator=(ChunkedArray other) noexcept
    {
        std::swap(m_chunks, other.m_chunks);
        std::swap(m_size, other.m_size);
        return *this;
    }
    ~ChunkedArray() = default;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] T &operator[](std::size_t index) { return (*m_chunks[index / kChunk])[index % kChunk]; }
    [[nodiscard]] const T &operator[](std::size_t index) const { return (*m_chunks[index / kChunk])[index % kChunk]; }

    /// A new last one, with its default value.
    T &append()
    {
        if (m_size % kChunk == 0)
            m_chunks.push_back(std::make_unique<Chunk>());
        return (*this)[m_size++];
    }

private:
    static constexpr std::size_t kChunk = 128;
    using Chunk = std::array<T, kChunk>;

    std::vector<std::unique_ptr<Chunk>> m_chunks;
    std::size_t m_size = 0;
};

} // namespace bomay
