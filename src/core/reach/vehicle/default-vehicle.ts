/** How a vehicle drives and where to, unless asked otherwise. */

/** 20 km/h is what the narrowest class of country road is laid out for; 15 and 30 minutes. */
export const defaultVehicle = { roadKmh: 20, minutes: [15, 30] } as const;

/** What serves a township: its care centre and its home for the destitute aged. */
export const vehicleTypes = ['care_centre', 'rural_welfare_home'] as const;
