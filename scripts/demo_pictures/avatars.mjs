// Draws the faces of the demo community as SVG files into the folder named on the command line.
// Design: "Notionists" by Zoish (CC0 1.0), through DiceBear (MIT).
//   npm install --no-save --ignore-scripts @dicebear/core@9.4.3 @dicebear/collection@9.4.3
//   node avatars.mjs FOLDER
import fs from "node:fs";
import path from "node:path";
import { createAvatar } from "@dicebear/core";
import { notionists } from "@dicebear/collection";

// Lips that smile or rest; some of the others shout.
const LIPS = ["variant03", "variant14", "variant17", "variant23", "variant30"];
const GROUNDS = ["fbe6da", "e2efe6", "fff1cf", "d7e6ea", "f3dfe6"];

// Member, seed of the face, with or without a beard.
const FACES = [
  ["lea", 37], ["maud", 76], ["karim", 78, "beard"], ["ines", 29], ["fatou", 2],
  ["yann", 73, "beard"], ["anais", 1], ["tom", 67, "beard"], ["helen", 27], ["daniel", 63],
  ["josiane", 66], ["moussa", 68, "beard"], ["mehdi", 93, "beard"], ["zeynep", 51],
  ["nadia", 21], ["minh", 16], ["priya", 43], ["bastien", 85, "beard"], ["camille", 10],
  ["grace", 47], ["solene", 24], ["odile", 53], ["yasmine", 7], ["lin", 6],
  ["soizic", 14], ["gwen", 41], ["eamon", 92, "beard"], ["jeanyves", 83, "beard"],
  ["nolwenn", 30], ["ruth", 33], ["samir", 86, "beard"], ["irina", 22],
  // Those who came with more towns.
  ["eloise", 113], ["sanae", 147], ["nina", 142], ["wendy", 106], ["rosalie", 163],
  ["tatiana", 196], ["leonie", 135], ["mona", 211], ["bernadette", 119], ["thuy", 128],
  ["claudine", 112], ["mathilde", 127], ["heloise", 139], ["amparo", 122], ["naomi", 173],
  ["coralie", 176], ["salome", 217], ["maryse", 134], ["josette", 150], ["lola", 118],
  ["karine", 169], ["aminata", 201], ["bleuenn", 152], ["colette", 156], ["mei", 189],
  ["valentine", 149], ["flora", 103], ["margot", 194], ["malik", 116], ["gaspard", 264, "beard"],
  ["hakim", 272, "beard"], ["arjun", 259, "beard"], ["erwan", 230, "beard"], ["alan", 172],
  ["jules", 186], ["abdou", 261, "beard"], ["emre", 222, "beard"], ["jonas", 212],
  ["pierrelouis", 236, "beard"], ["sylvain", 215], ["bruno", 258, "beard"],
  ["diego", 249, "beard"], ["said", 253, "beard"], ["ferdinand", 241, "beard"],
  ["tristan", 252, "beard"], ["oisin", 224, "beard"], ["renaud", 207], ["lucien", 255, "beard"],
  ["margaux", 100], ["sabine", 167], ["nawel", 170], ["samira", 206], ["chloe", 205],
  ["ingrid", 181], ["etienne", 107], ["bilal", 110], ["corentin", 121], ["gerard", 161],
  ["florian", 219], ["wassim", 270, "beard"],
  ["bertrand", 282, "beard"], ["ilan", 297],
];

const folder = process.argv[2];
fs.mkdirSync(folder, { recursive: true });
FACES.forEach(([member, seed, beard], place) => {
  const face = createAvatar(notionists, {
    seed: `pro-am-${seed}`,
    lips: LIPS,
    glassesProbability: 20,
    beardProbability: beard ? 100 : 0,
    bodyIconProbability: 0,
    gestureProbability: 0,
    scale: 125,
    translateY: 6,
    backgroundColor: [GROUNDS[place % GROUNDS.length]],
  });
  fs.writeFileSync(path.join(folder, `${member}.svg`), face.toString());
});
