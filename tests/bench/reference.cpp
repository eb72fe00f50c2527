// The reference of the bench: the same searches as src/core/reach in C++, on the same streets.
// Reads a graph from a file, then answers commands on standard input, one line each, so that its
// runs alternate with ours and both meet the same machine:
//   dial        nearest facility of every vertex: Dial's buckets, bitmap, batches, pruning
//   queue       the same by one multi-source search with std::priority_queue
// Each answer: milliseconds, checksum of the result.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <queue>
#include <string>
#include <vector>

using std::vector;
using Clock = std::chrono::steady_clock;

static const int32_t UNREACHED = 0x7fffffff;

struct Reader {
  std::ifstream in;
  explicit Reader(const char *path) : in(path, std::ios::binary) {}
  // Arrays stand one after another: length in bytes as int64, then the bytes.
  template <class T> vector<T> array() {
    int64_t bytes = 0;
    in.read(reinterpret_cast<char *>(&bytes), 8);
    vector<T> values(bytes / sizeof(T));
    in.read(reinterpret_cast<char *>(values.data()), bytes);
    return values;
  }
};

struct Label {
  int32_t cost, owner;
};
struct Arc {
  int32_t to, cost;
};
struct Entry {
  int32_t vertex, cost, next;
};

struct Search {
  vector<uint32_t> arcStart;
  vector<Arc> arcs;
  vector<int32_t> seedVertex, seedCost, seedOwner;
  int32_t limit, shift, batch;
  vector<Label> label;
  vector<int32_t> heads;
  vector<uint64_t> occupied;
  vector<Entry> entries;

  void prepare() {
    label.resize(arcStart.size() - 1);
    int32_t longest = 1;
    for (const Arc &arc : arcs) longest = std::max(longest, arc.cost);
    for (int32_t cost : seedCost) longest = std::max(longest, cost);
    size_t ring = 64;
    while (ring < size_t(longest >> shift) + 2) ring *= 2;
    heads.assign(ring, -1);
    occupied.assign(ring / 64, 0);
    entries.resize(1 << 20);
  }

  void clear() { std::fill(label.begin(), label.end(), Label{UNREACHED, -1}); }

  void drain(size_t begin, size_t end) {
    const uint32_t *const starts = arcStart.data();
    const Arc *const all = arcs.data();
    Label *const labels = label.data();
    int32_t *const head = heads.data();
    uint64_t *const bits = occupied.data();
    Entry *pool = entries.data();
    const uint32_t ringMask = uint32_t(heads.size() - 1);
    const uint32_t wordMask = uint32_t(occupied.size() - 1);
    int32_t free = 0;
    int32_t pending = 0;
    int32_t lowest = UNREACHED;

    auto push = [&](int32_t vertex, int32_t cost, int32_t owner) {
      labels[vertex] = {cost, owner};
      const uint32_t bucket = uint32_t(cost >> shift) & ringMask;
      pool[free] = {vertex, cost, head[bucket]};
      head[bucket] = free++;
      bits[bucket >> 6] |= uint64_t(1) << (bucket & 63);
      pending++;
    };

    for (size_t s = begin; s < end; s++) {
      const Label &stands = labels[seedVertex[s]];
      const int32_t cost = seedCost[s];
      lowest = std::min(lowest, cost);
      if (cost > limit || cost > stands.cost) continue;
      if (cost == stands.cost && seedOwner[s] >= stands.owner) continue;
      push(seedVertex[s], cost, seedOwner[s]);
    }
    uint32_t cursor = uint32_t(lowest >> shift) & ringMask;
    while (pending > 0) {
      uint32_t word = cursor >> 6;
      uint64_t set = bits[word] & (~uint64_t(0) << (cursor & 63));
      while (set == 0) {
        word = (word + 1) & wordMask;
        set = bits[word];
      }
      const uint32_t bit = uint32_t(__builtin_ctzll(set));
      cursor = (word << 6) | bit;
      int32_t at = head[cursor];
      head[cursor] = -1;
      bits[word] &= ~(uint64_t(1) << bit);
      while (at >= 0) {
        const Entry entry = pool[at];
        at = entry.next;
        pending--;
        const Label own = labels[entry.vertex];
        if (own.cost != entry.cost) continue;
        const Arc *arc = all + starts[entry.vertex];
        const Arc *const last = all + starts[entry.vertex + 1];
        if (free + (last - arc) > int64_t(entries.size())) {
          entries.resize(entries.size() * 2);
          pool = entries.data();
        }
        for (; arc < last; arc++) {
          const int32_t cost = own.cost + arc->cost;
          if (cost > limit) continue;
          const Label &stands = labels[arc->to];
          if (cost > stands.cost || (cost == stands.cost && own.owner >= stands.owner)) continue;
          push(arc->to, cost, own.owner);
        }
      }
    }
  }

  void dial() {
    clear();
    const size_t step = size_t(batch);
    for (size_t begin = 0; begin < seedVertex.size(); begin += step) {
      drain(begin, std::min(begin + step, seedVertex.size()));
    }
  }

  void queue() {
    clear();
    using Item = std::pair<std::pair<int32_t, int32_t>, int32_t>;
    std::priority_queue<Item, vector<Item>, std::greater<Item>> open;
    auto offer = [&](int32_t vertex, int32_t cost, int32_t owner) {
      const Label &stands = label[vertex];
      if (cost > limit || cost > stands.cost) return;
      if (cost == stands.cost && owner >= stands.owner) return;
      label[vertex] = {cost, owner};
      open.push({{cost, owner}, vertex});
    };
    for (size_t s = 0; s < seedVertex.size(); s++) offer(seedVertex[s], seedCost[s], seedOwner[s]);
    while (!open.empty()) {
      const Item item = open.top();
      open.pop();
      const int32_t vertex = item.second;
      const Label own = label[vertex];
      if (own.cost != item.first.first || own.owner != item.first.second) continue;
      for (uint32_t a = arcStart[vertex]; a < arcStart[vertex + 1]; a++) {
        offer(arcs[a].to, own.cost + arcs[a].cost, own.owner);
      }
    }
  }
};

static uint32_t checksum(const void *data, size_t words) {
  const uint32_t *value = static_cast<const uint32_t *>(data);
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < words; i++) hash = (hash ^ value[i]) * 16777619u;
  return hash;
}

int main(int, char **arguments) {
  Reader reader(arguments[1]);
  const vector<int32_t> settings = reader.array<int32_t>();
  Search search;
  search.limit = settings[0];
  search.shift = settings[1];
  search.batch = settings[2];
  search.arcStart = reader.array<uint32_t>();
  search.arcs = reader.array<Arc>();
  search.seedVertex = reader.array<int32_t>();
  search.seedCost = reader.array<int32_t>();
  search.seedOwner = reader.array<int32_t>();
  search.prepare();
  char command[64];
  while (std::scanf("%63s", command) == 1) {
    const auto begin = Clock::now();
    if (!std::strcmp(command, "dial")) search.dial();
    else search.queue();
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    std::printf("%.4f %u\n", ms, checksum(search.label.data(), 2 * search.label.size()));
    std::fflush(stdout);
  }
}
