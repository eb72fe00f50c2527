// The reference of the bench: the same searches as src/core/reach in C++, on the same streets.
// Reads a graph from a file, then answers commands on standard input, one line each, so that its
// runs alternate with ours and both meet the same machine:
//   dial        nearest facility of every vertex: Dial's buckets, bitmap, batches, pruning
//   queue       the same by one multi-source search with std::priority_queue
//   snap        nearest edge of every home: the same grid, boxes of cells outward
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

static const double PI = 3.14159265358979323846;
static const double RADIANS = PI / 180;
static const double EQUATOR = 6378137;
static const double FLATTENING = 1 / 298.257223563;
static const double E2 = FLATTENING * (2 - FLATTENING);

static double cosOfLatitude(double lat) {
  const double x = (90 - std::fabs(lat)) * RADIANS;
  const double x2 = x * x;
  double sum = 1 - x2 * (1.0 / 210);
  sum = 1 - x2 * (1.0 / 156) * sum;
  sum = 1 - x2 * (1.0 / 110) * sum;
  sum = 1 - x2 * (1.0 / 72) * sum;
  sum = 1 - x2 * (1.0 / 42) * sum;
  sum = 1 - x2 * (1.0 / 20) * sum;
  sum = 1 - x2 * (1.0 / 6) * sum;
  return x * sum;
}

static double metresPerDegreeLon(double lat) {
  const double cos = cosOfLatitude(lat);
  const double w2 = 1 - E2 * (1 - cos * cos);
  return (EQUATOR / std::sqrt(w2)) * cos * RADIANS;
}

static double metresPerDegreeLat(double lat) {
  const double cos = cosOfLatitude(lat);
  const double w2 = 1 - E2 * (1 - cos * cos);
  return ((EQUATOR * (1 - E2)) / (w2 * std::sqrt(w2))) * RADIANS;
}

static double geodesicMetres(double lon1, double lat1, double lon2, double lat2) {
  const double cos = cosOfLatitude((lat1 + lat2) / 2);
  const double w2 = 1 - E2 * (1 - cos * cos);
  const double normal = EQUATOR / std::sqrt(w2);
  const double x = normal * cos * (lon2 - lon1) * RADIANS;
  const double y = ((normal * (1 - E2)) / w2) * (lat2 - lat1) * RADIANS;
  return std::sqrt(x * x + y * y);
}

// The same grid over the segments and the same boxes of cells as src/core/network/kernel.
struct Snap {
  double west, south, cellLon, cellLat;
  int32_t columns, rows;
  vector<uint32_t> cellStart, cellSegments, edgeOfShape;
  vector<double> shapeLon, shapeLat;
  vector<uint32_t> shapeCm;
  vector<double> lon, lat;
  double cap;
  vector<double> leastWidth;
  // At the southern border of each row of cells; growth is for each degree northwards.
  struct Scale {
    double perLon, perLonGrowth, perLat, perLatGrowth;
  };
  vector<Scale> scales;
  vector<int32_t> edge, along, door;

  void prepare() {
    leastWidth.resize(rows);
    scales.resize(rows);
    for (int32_t row = 0; row < rows; row++) {
      const double a = metresPerDegreeLon(south + row * cellLat);
      const double b = metresPerDegreeLon(south + (row + 1) * cellLat);
      leastWidth[row] = std::min(a, b) * cellLon;
      const double lat = south + row * cellLat;
      Scale &scale = scales[row];
      scale.perLon = metresPerDegreeLon(lat);
      scale.perLonGrowth = (metresPerDegreeLon(lat + cellLat) - scale.perLon) / cellLat;
      scale.perLat = metresPerDegreeLat(lat);
      scale.perLatGrowth = (metresPerDegreeLat(lat + cellLat) - scale.perLat) / cellLat;
    }
  }

  vector<uint32_t> order() const {
    const size_t count = lon.size();
    vector<uint32_t> keys(count), from(count), to(count);
    for (size_t p = 0; p < count; p++) {
      const int32_t column = int32_t(std::floor((lon[p] - west) / cellLon));
      const int32_t row = int32_t(std::floor((lat[p] - south) / cellLat));
      keys[p] = uint32_t(std::min(std::max(row, 0), rows - 1) * columns +
                         std::min(std::max(column, 0), columns - 1));
      from[p] = uint32_t(p);
    }
    vector<uint32_t> starts(65537);
    for (int shift = 0; shift < 32; shift += 16) {
      std::fill(starts.begin(), starts.end(), 0);
      for (size_t i = 0; i < count; i++) starts[((keys[i] >> shift) & 0xffff) + 1]++;
      for (size_t digit = 0; digit < 65536; digit++) starts[digit + 1] += starts[digit];
      for (size_t i = 0; i < count; i++) to[starts[(keys[from[i]] >> shift) & 0xffff]++] = from[i];
      std::swap(from, to);
    }
    return from;
  }

  void run() {
    const size_t count = lon.size();
    edge.assign(count, -1);
    along.assign(count, 0);
    door.assign(count, 0);
    const vector<uint32_t> sorted = order();
    vector<double> sortedLon(count), sortedLat(count);
    for (size_t k = 0; k < count; k++) sortedLon[k] = lon[sorted[k]];
    for (size_t k = 0; k < count; k++) sortedLat[k] = lat[sorted[k]];
    vector<int32_t> found(count, -1), foundAlong(count), foundDoor(count);
    for (size_t k = 0; k < count; k++) {
      double t = 0;
      const int32_t i = find(sortedLon[k], sortedLat[k], t);
      if (i < 0) continue;
      const double footLon = shapeLon[i] + t * (shapeLon[i + 1] - shapeLon[i]);
      const double footLat = shapeLat[i] + t * (shapeLat[i + 1] - shapeLat[i]);
      const double cm =
          std::floor(geodesicMetres(sortedLon[k], sortedLat[k], footLon, footLat) * 100 + 0.5);
      if (cm > cap * 100) continue;
      found[k] = int32_t(edgeOfShape[i]);
      const double first = shapeCm[i];
      foundAlong[k] = int32_t(std::floor(first + t * (double(shapeCm[i + 1]) - first) + 0.5));
      foundDoor[k] = int32_t(cm);
    }
    for (size_t k = 0; k < count; k++) {
      edge[sorted[k]] = found[k];
      along[sorted[k]] = foundAlong[k];
      door[sorted[k]] = foundDoor[k];
    }
  }

  int32_t find(double pointLon, double pointLat, double &fraction) const {
    const double caution = 0.999;
    const double leastHeight = cellLat * 110574 * caution;
    const double x = (pointLon - west) / cellLon;
    const double y = (pointLat - south) / cellLat;
    const int32_t nearRow = std::min(std::max(int32_t(std::floor(y)), 0), rows - 1);
    const Scale &scale = scales[nearRow];
    const double inRow = pointLat - (south + nearRow * cellLat);
    const double perLon = scale.perLon + scale.perLonGrowth * inRow;
    const double perLat = scale.perLat + scale.perLatGrowth * inRow;
    const double change = scale.perLonGrowth * 0.5;
    int32_t best = -1;
    const double farthest = cap * 1.001 + 1;
    double bestSquared = farthest * farthest;
    for (double radius = std::min(16.0, farthest);;) {
      const double ahead = radius / leastHeight;
      const int32_t bottom = int32_t(std::floor(y - ahead));
      const int32_t top = int32_t(std::floor(y + ahead));
      const int32_t firstRow = std::min(std::max(bottom, 0), rows - 1);
      const int32_t lastRow = std::min(std::max(top, 0), rows - 1);
      const double width =
          std::min({leastWidth[firstRow], leastWidth[lastRow], perLon * cellLon}) * caution;
      const double aside = radius / width;
      const int32_t left = int32_t(std::floor(x - aside));
      const int32_t right = int32_t(std::floor(x + aside));
      const int32_t firstColumn = std::min(std::max(left, 0), columns - 1);
      const int32_t lastColumn = std::min(std::max(right, 0), columns - 1);
      for (int32_t r = firstRow; r <= lastRow; r++) {
        const uint32_t end = cellStart[size_t(r) * columns + lastColumn + 1];
        for (uint32_t k = cellStart[size_t(r) * columns + firstColumn]; k < end; k++) {
          const int32_t i = int32_t(cellSegments[k]);
          const double lat1 = shapeLat[i] - pointLat;
          const double lat2 = shapeLat[i + 1] - pointLat;
          const double x1 = (shapeLon[i] - pointLon) * (perLon + change * lat1);
          const double x2 = (shapeLon[i + 1] - pointLon) * (perLon + change * lat2);
          const double y1 = lat1 * perLat;
          const double y2 = lat2 * perLat;
          const double dx = x2 - x1;
          const double dy = y2 - y1;
          const double forward = -(x1 * dx + y1 * dy);
          const double squared = dx * dx + dy * dy;
          double footX = x1, footY = y1, t = 0;
          if (forward >= squared) {
            t = squared > 0 ? 1 : 0;
            footX = x2;
            footY = y2;
          } else if (forward > 0) {
            t = forward / squared;
            footX = x1 + t * dx;
            footY = y1 + t * dy;
          }
          const double distance = footX * footX + footY * footY;
          if (distance < bestSquared || (distance == bestSquared && i < best)) {
            bestSquared = distance;
            best = i;
            fraction = t;
          }
        }
      }
      if (radius * radius >= bestSquared) break;
      if (left <= 0 && bottom <= 0 && right >= columns - 1 && top >= rows - 1) break;
      radius = std::min(best >= 0 ? std::sqrt(bestSquared) * 1.000001 : 4 * radius, farthest);
    }
    return best;
  }
};

static uint32_t checksum(const void *data, size_t words, uint32_t hash = 2166136261u) {
  const uint32_t *value = static_cast<const uint32_t *>(data);
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
  Snap snap;
  const vector<double> grid = reader.array<double>();
  snap.west = grid[0];
  snap.south = grid[1];
  snap.cellLon = grid[2];
  snap.cellLat = grid[3];
  snap.columns = int32_t(grid[4]);
  snap.rows = int32_t(grid[5]);
  snap.cap = grid[6];
  snap.cellStart = reader.array<uint32_t>();
  snap.cellSegments = reader.array<uint32_t>();
  snap.edgeOfShape = reader.array<uint32_t>();
  snap.shapeLon = reader.array<double>();
  snap.shapeLat = reader.array<double>();
  snap.shapeCm = reader.array<uint32_t>();
  snap.lon = reader.array<double>();
  snap.lat = reader.array<double>();
  snap.prepare();
  char command[64];
  while (std::scanf("%63s", command) == 1) {
    const bool snaps = !std::strcmp(command, "snap");
    const auto begin = Clock::now();
    if (snaps) snap.run();
    else if (!std::strcmp(command, "dial")) search.dial();
    else search.queue();
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    uint32_t answer = checksum(search.label.data(), 2 * search.label.size());
    if (snaps) {
      answer = checksum(snap.edge.data(), snap.edge.size());
      answer = checksum(snap.along.data(), snap.along.size(), answer);
      answer = checksum(snap.door.data(), snap.door.size(), answer);
    }
    std::printf("%.4f %u\n", ms, answer);
    std::fflush(stdout);
  }
}
