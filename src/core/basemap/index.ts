export { shiftOf, type DatumShift } from './known-hosts';
export { readTileAddress, type TileAddress } from './tile-address';
export { tiandituAddress, tiandituAddresses, type TiandituMap } from './tianditu';
export { vectorLayers, type LayerMeaning, type VectorLayer } from './vector-layers';
