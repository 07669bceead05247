import { answer } from './answer.mjs';

export const { resolvers, entities } = answer({
  "depth": 1,
  "types": {
    "Entity1": {
      "keys": [
        {
          "id": true
        }
      ],
      "isResolvable": true,
      "fields": {
        "id": {
          "rule": "stored",
          "type": "ID",
          "isInt": false,
          "isAbstract": false,
          "isDeep": false,
          "args": []
        },
        "f0": {
          "rule": "echo",
          "type": "String",
          "isInt": false,
          "isAbstract": false,
          "isDeep": false,
          "args": []
        }
      }
    }
  },
  "rows": {
    "Entity1": {
      "1": {
        "id": "1",
        "f0": "Entity1.f0 785"
      },
      "2": {
        "id": "2",
        "f0": "Entity1.f0 829"
      },
      "3": {
        "id": "3",
        "f0": "Entity1.f0 460"
      },
      "4": {
        "id": "4",
        "f0": "Entity1.f0 9"
      }
    }
  }
});
