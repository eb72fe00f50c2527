/** Everything that needs the map's libraries, in one piece of code that is loaded when first needed. */
export { CityMap } from './city-map';
export { fadeBasemap, showBasemap } from './basemap/show-basemap';
export { autoLevel, showAreas } from './layers/areas';
export { showBorders } from './layers/borders';
export { filterFacilities, markFacilities, showFacilities } from './layers/facilities';
export { showHighlight } from './layers/highlight';
export { scaleLabels, showLabels } from './layers/labels';
export { showPath } from './layers/path';
export { showPins } from './layers/pins';
export { showReach, showRings } from './layers/rings';
export { showCandidates, showCatchment, showRecommended, showSitingArea } from './layers/siting';
export { showVehicle } from './layers/vehicle';
