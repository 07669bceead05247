/** What the sample warehouse sells: per category the kinds of thing, and in which makes each comes. */
export interface ProductKind {
  readonly noun: string;
  readonly priceCents: number;
  readonly weightGrams: number;
}

export interface Category {
  readonly name: string;
  readonly skuPrefix: string;
  readonly makes: readonly string[];
  readonly kinds: readonly ProductKind[];
}

/** `Cutting Board 2490 900`: noun, price in cents, weight in grams. */
function kinds(...lines: readonly string[]): readonly ProductKind[] {
  return lines.map((line) => {
    const words = line.split(' ');
    return {
      noun: words.slice(0, -2).join(' '),
      priceCents: Number(words.at(-2)),
      weightGrams: Number(words.at(-1)),
    };
  });
}

export const CATEGORIES: readonly Category[] = [
  {
    name: 'Kitchen',
    skuPrefix: 'KIT',
    makes: ['Oak', 'Walnut', 'Steel', 'Slate', 'Bamboo'],
    kinds: kinds(
      ...['Cutting Board 2490 900', 'Salad Bowl 3290 750', 'Spice Rack 3990 1400', 'Serving Tray 2890 1100'],
      ...['Knife Block 5490 2300', 'Bread Box 4490 2600', 'Utensil Jar 1990 620', 'Trivet 1290 480'],
      ...['Rolling Pin 1790 540', 'Pepper Mill 3190 390', 'Coaster Set 1490 330', 'Fruit Bowl 3590 880'],
      'Recipe Stand 2290 710',
    ),
  },
  {
    name: 'Garden',
    skuPrefix: 'GAR',
    makes: ['Terracotta', 'Zinc', 'Cedar', 'Recycled', 'Copper'],
    kinds: kinds(
      ...['Planter 2990 3200', 'Watering Can 2690 850', 'Bird Feeder 1990 640', 'Herb Box 2490 1900'],
      ...['Trellis 3490 2700', 'Hose Reel 4990 4100', 'Seed Tray 990 350', 'Garden Lantern 3290 1200'],
      ...['Bird Bath 5990 5200', 'Compost Bin 6990 6100', 'Kneeling Bench 4290 2900', 'Rain Gauge 1590 280'],
      'Plant Marker Set 890 160',
    ),
  },
  {
    name: 'Office',
    skuPrefix: 'OFF',
    makes: ['Compact', 'Classic', 'Slim', 'Leather', 'Recycled'],
    kinds: kinds(
      ...['Desk Organizer 2490 780', 'Notebook 1290 320', 'Pen Cup 1190 240', 'Document Tray 1990 690'],
      ...['Monitor Stand 4990 2800', 'Laptop Sleeve 3490 310', 'Desk Mat 2990 640', 'Cable Box 1890 520'],
      ...['Bookend Pair 2290 1500', 'Wall Planner 1690 410', 'Stapler 1490 330', 'Card Holder 1590 120'],
      'Footrest 3990 2100',
    ),
  },
  {
    name: 'Lighting',
    skuPrefix: 'LIG',
    makes: ['Brass', 'Linen', 'Glass', 'Matte Black', 'Ceramic'],
    kinds: kinds(
      ...['Table Lamp 5990 1900', 'Floor Lamp 12990 6400', 'Pendant Lamp 8990 2200', 'Wall Light 4990 1300'],
      ...['Reading Light 3990 700', 'Night Light 1990 260', 'Desk Lamp 6490 2100', 'String Lights 2490 540'],
      ...['Candle Holder 1690 430', 'Lamp Shade 2990 480', 'Ceiling Light 7990 2600', 'Clip Light 2790 510'],
      'Lantern 3490 1100',
    ),
  },
  {
    name: 'Tools',
    skuPrefix: 'TOO',
    makes: ['Workshop', 'Pro', 'Compact', 'Insulated', 'Heavy Duty'],
    kinds: kinds(
      ...['Hammer 2490 820', 'Screwdriver Set 3490 940', 'Spirit Level 2990 610', 'Hand Saw 2790 560'],
      ...['Wrench Set 5990 2400', 'Tape Measure 1290 290', 'Pliers 1990 340', 'Utility Knife 1490 180'],
      ...['Clamp Pair 2190 1200', 'Chisel Set 4490 870', 'Tool Bag 6990 1900', 'Work Light 4990 1100'],
      'Hex Key Set 1690 420',
    ),
  },
  {
    name: 'Outdoor',
    skuPrefix: 'OUT',
    makes: ['Trail', 'Summit', 'Coast', 'Forest', 'Polar'],
    kinds: kinds(
      ...['Backpack 8990 1300', 'Sleeping Bag 11990 1600', 'Camping Mug 1690 190', 'Tent 24990 3400'],
      ...['Head Torch 3990 110', 'Water Bottle 2490 280', 'Camp Stove 5990 620', 'Dry Bag 2290 210'],
      ...['Trekking Poles 7490 480', 'Picnic Blanket 3990 900', 'Hammock 5490 740', 'First Aid Kit 2990 430'],
      'Camp Chair 6490 2900',
    ),
  },
  {
    name: 'Toys',
    skuPrefix: 'TOY',
    makes: ['Wooden', 'Rainbow', 'Mini', 'Magnetic', 'Giant'],
    kinds: kinds(
      ...['Building Blocks 3490 1400', 'Puzzle 1990 520', 'Train Set 5990 1800', 'Stacking Rings 1690 430'],
      ...['Marble Run 4990 2100', 'Memory Game 1490 340', 'Dominoes 1790 610', 'Animal Set 2490 480'],
      ...['Shape Sorter 2290 720', 'Spinning Top 890 90', 'Abacus 2690 830', 'Play Kitchen 8990 6900'],
      'Balance Board 6990 3800',
    ),
  },
  {
    name: 'Audio',
    skuPrefix: 'AUD',
    makes: ['Studio', 'Travel', 'Home', 'Retro', 'Nordic'],
    kinds: kinds(
      ...['Headphones 12990 290', 'Bookshelf Speaker 19990 4300', 'Turntable 24990 5600', 'Radio 8990 1500'],
      ...['Earphones 5990 60', 'Microphone 10990 480', 'Soundbar 17990 3100', 'Amplifier 22990 6200'],
      ...[
        'Speaker Stand 4990 2900',
        'Record Crate 3990 2400',
        'Audio Cable 1490 150',
        'Headphone Stand 2990 640',
      ],
      'Alarm Clock 4490 410',
    ),
  },
];
