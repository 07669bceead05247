import { answer } from './answer.mjs';

export const { resolvers, entities } = answer({
  "depth": 1,
  "types": {
    "Node0": {
      "keys": [
        {
          "sku": true
        }
      ],
      "isResolvable": true,
      "fields": {
        "sku": {
          "rule": "stored",
          "type": "String",
          "isInt": false,
          "isAbstract": false,
          "isDeep": false,
          "args": []
        }
      }
    },
    "Query": {
      "keys": [],
      "isResolvable": false,
      "fields": {
        "object": {
          "rule": "stored",
          "type": "Node0",
          "isInt": false,
          "isAbstract": false,
          "isDeep": true,
          "args": []
        }
      }
    }
  },
  "rows": {
    "Node0": {
      "Entity1_1": {
        "sku": "Entity1-1"
      },
      "Entity1_2": {
        "sku": "Entity1-2"
      },
      "Entity1_3": {
        "sku": "Entity1-3"
      },
      "Entity1_4": {
        "sku": "Entity1-4"
      }
    },
    "Query": {
      "0": {
        "object": {
          "$ref": "Node0/Entity1_4"
        }
      }
    }
  }
});
